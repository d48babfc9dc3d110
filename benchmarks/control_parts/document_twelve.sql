WITH earlier AS (
    SELECT d.row AS document, count(*) AS matches, min(r.row) AS row
    FROM documents AS d
    JOIN documents AS r ON r.supplier_number = d.supplier_number AND r.position < d.position
    GROUP BY d.row
),
before AS (
    SELECT d.row AS document, count(*) AS matches, min(r.row) AS row
    FROM documents AS d
    JOIN history AS r ON r.key = d.supplier_number AND r.reference <> d.reference AND r.position < d.position
    GROUP BY d.row
),
plain_earlier AS (
    SELECT d.row AS document, count(*) AS matches
    FROM documents AS d
    JOIN documents AS r ON r.sender = d.sender AND r.plain_number = d.plain_number AND r.position < d.position
    GROUP BY d.row
),
plain_before AS (
    SELECT d.row AS document, count(*) AS matches
    FROM documents AS d
    JOIN history AS r ON r.sender = d.sender AND r.plain_number = d.plain_number
        AND r.reference <> d.reference AND r.position < d.position
    GROUP BY d.row
)
SELECT
    d.row AS subject,
    earlier.row AS "received_earlier_in_batch.row",
    coalesce(earlier.matches, 0) AS "received_earlier_in_batch.matches",
    before.row AS "received_before.row",
    coalesce(before.matches, 0) AS "received_before.matches",
    CASE WHEN d.kind = 'credit-note' THEN 0 WHEN d.payable <= 0 THEN 1 ELSE 2 END AS "payable-invoice",
    CASE WHEN d.buyer = '5790001000011' THEN 1 ELSE 2 END AS "buyer",
    CASE
        WHEN before.matches > 0 THEN 0
        WHEN earlier.matches > 0 THEN 1
        WHEN plain_before.matches > 0 THEN 2
        WHEN plain_earlier.matches > 0 THEN 3
        ELSE 4
    END AS "duplicate",
    CASE
        WHEN d.line_sum <> d.lines_total THEN 0
        WHEN d.lines_total - d.allowances + d.charges <> d.without_tax THEN 1
        WHEN d.without_tax + d.tax <> d.with_tax THEN 2
        WHEN d.with_tax - d.prepaid + d.rounding <> d.payable THEN 3
        ELSE 4
    END AS "document-sums",
    CASE WHEN d.added <> 0 THEN 0 WHEN d.prepaid <> 0 THEN 1 ELSE 2 END AS "nothing-added"
FROM documents AS d
LEFT JOIN earlier ON earlier.document = d.row
LEFT JOIN before ON before.document = d.row
LEFT JOIN plain_earlier ON plain_earlier.document = d.row
LEFT JOIN plain_before ON plain_before.document = d.row
