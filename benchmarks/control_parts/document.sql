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
),
alike_earlier AS (
    SELECT
        d.row AS document,
        count(*) FILTER (levenshtein(r.plain_number, d.plain_number) = 1) AS near,
        count(*) FILTER (abs(r.issue_date - d.issue_date) <= 30) AS same
    FROM documents AS d
    JOIN documents AS r ON r.sender = d.sender AND r.payable = d.payable AND r.people = d.people
        AND r.position < d.position
    GROUP BY d.row
),
alike_before AS (
    SELECT
        d.row AS document,
        count(*) FILTER (levenshtein(r.plain_number, d.plain_number) = 1) AS near,
        count(*) FILTER (abs(r.issue_date - d.issue_date) <= 30) AS same
    FROM documents AS d
    JOIN history AS r ON r.sender = d.sender AND r.payable = d.payable AND r.people = d.people
        AND r.reference <> d.reference AND r.position < d.position
    GROUP BY d.row
),
uuids AS (
    SELECT d.row AS document, count(*) AS matches
    FROM documents AS d
    JOIN (
        SELECT uuid, reference, position FROM documents
        UNION ALL
        SELECT uuid, reference, position FROM history
    ) AS r ON r.uuid = d.uuid AND r.reference <> d.reference AND r.position < d.position
    GROUP BY d.row
),
credit AS (
    SELECT d.row AS document, count(*) AS matches
    FROM documents AS d
    JOIN (SELECT credits FROM documents UNION ALL SELECT credits FROM history) AS r ON r.credits = d.supplier_number
    GROUP BY d.row
),
credited AS (
    SELECT d.row AS document, count(*) AS matches
    FROM documents AS d
    JOIN (
        SELECT supplier_number AS key, reference FROM documents
        UNION ALL
        SELECT key, reference FROM history
    ) AS r ON r.key = d.credits AND r.reference <> d.reference
    GROUP BY d.row
),
paid AS (
    SELECT d.row AS document, count(*) AS matches, count(*) FILTER (r.account = d.account) AS account
    FROM documents AS d JOIN paid_accounts AS r ON r.sender = d.sender
    GROUP BY d.row
),
others AS (
    SELECT d.row AS document, count(*) AS matches
    FROM documents AS d
    JOIN (
        SELECT sender, account FROM paid_accounts UNION ALL SELECT sender, account FROM batch_accounts
    ) AS r ON r.account = d.account AND r.sender <> d.sender
    GROUP BY d.row
),
own AS (
    SELECT d.row AS document, count(*) AS matches
    FROM documents AS d JOIN batch_accounts AS r ON r.sender = d.sender AND r.account <> d.account
    GROUP BY d.row
),
confirmed AS (
    SELECT d.row AS document, max(r.confirmed_by) AS people
    FROM documents AS d JOIN account_confirmations AS r ON r.sender = d.sender AND r.account = d.account
    GROUP BY d.row
),
near_limit AS (
    SELECT d.row AS document, count(*) AS matches
    FROM documents AS d
    JOIN near_ceiling AS r ON r.sender = d.sender AND r.reference <> d.reference AND abs(r.issue_date - d.issue_date) <= 7
    GROUP BY d.row
),
bounded AS (
    SELECT d.row AS document, min(r.ceiling) AS ceiling, max(r.stopped) AS stopped
    FROM documents AS d JOIN supplier_limits AS r ON r.sender = d.sender
    GROUP BY d.row
)
SELECT
    d.row AS subject,
    earlier.row AS "received_earlier_in_batch.row",
    coalesce(earlier.matches, 0) AS "received_earlier_in_batch.matches",
    before.row AS "received_before.row",
    coalesce(before.matches, 0) AS "received_before.matches",
    CASE WHEN bounded.stopped = 1 THEN 0 ELSE 1 END AS "supplier-stopped",
    CASE WHEN d.kind <> 'credit-note' THEN 0 WHEN d.credits IS NULL THEN 1 WHEN credited.matches > 0 THEN 2 ELSE 3 END AS "credit-note-invoice",
    CASE WHEN d.kind = 'credit-note' THEN 0 WHEN d.payable <= 0 THEN 1 ELSE 2 END AS "payable-invoice",
    CASE WHEN d.buyer = '5790001000011' THEN 1 ELSE 2 END AS "buyer",
    CASE WHEN d.issue_date > d.decided_on THEN 0 ELSE 1 END AS "issue-date",
    CASE
        WHEN before.matches > 0 THEN 0
        WHEN earlier.matches > 0 THEN 1
        WHEN plain_before.matches > 0 THEN 2
        WHEN plain_earlier.matches > 0 THEN 3
        ELSE 4
    END AS "duplicate",
    CASE WHEN d.copy = 1 THEN 0 WHEN d.uuid IS NULL THEN 1 WHEN uuids.matches > 0 THEN 2 ELSE 4 END AS "replay",
    CASE WHEN d.people IS NULL THEN 0 WHEN alike_before.near > 0 THEN 1 WHEN alike_earlier.near > 0 THEN 2 ELSE 3 END AS "near-number",
    CASE WHEN d.people IS NULL THEN 0 WHEN alike_before.same > 0 THEN 1 WHEN alike_earlier.same > 0 THEN 2 ELSE 3 END AS "same-amount",
    CASE WHEN d.kind = 'credit-note' THEN 0 WHEN credit.matches > 0 THEN 1 ELSE 3 END AS "credited",
    CASE
        WHEN d.account IS NULL THEN 0
        WHEN d.account = 'NemKonto' THEN 1
        WHEN confirmed.people >= 2 THEN 2
        WHEN others.matches > 0 THEN 3
        WHEN paid.matches > 0 AND paid.account = 0 THEN 5
        WHEN paid.matches IS NULL AND own.matches > 0 THEN 6
        WHEN d.account_country <> 'DK' THEN 7
        ELSE 8
    END AS "account",
    CASE WHEN near_limit.matches > 0 THEN 3 ELSE 0 END AS "split-invoice",
    CASE WHEN d.payable > bounded.ceiling THEN 0 ELSE 2 END AS "amount-ceiling",
    CASE WHEN d.draw < 0 THEN 0 ELSE 1 END AS "sample",
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
LEFT JOIN alike_earlier ON alike_earlier.document = d.row
LEFT JOIN alike_before ON alike_before.document = d.row
LEFT JOIN uuids ON uuids.document = d.row
LEFT JOIN credit ON credit.document = d.row
LEFT JOIN credited ON credited.document = d.row
LEFT JOIN paid ON paid.document = d.row
LEFT JOIN others ON others.document = d.row
LEFT JOIN own ON own.document = d.row
LEFT JOIN confirmed ON confirmed.document = d.row
LEFT JOIN near_limit ON near_limit.document = d.row
LEFT JOIN bounded ON bounded.document = d.row
