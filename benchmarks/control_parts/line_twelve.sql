WITH agreement AS (
    SELECT
        l.row AS line,
        count(*) FILTER (d <= 0) AS matches,
        min(d * 4294967296 + r.row) AS nearest,
        CASE WHEN min(r.rate) FILTER (d <= 0) = max(r.rate) FILTER (d <= 0) THEN min(r.rate) FILTER (d <= 0) END AS rate
    FROM lines AS l
    JOIN agreements AS r ON r.supplier = l.supplier AND r.code = l.code,
    LATERAL (SELECT greatest(0, r.valid_from - l.service_date, l.service_date - r.valid_to) AS d)
    GROUP BY l.row
),
residence AS (
    SELECT
        l.row AS line,
        count(*) FILTER (d <= 0) AS matches,
        min(d * 4294967296 + r.row) AS nearest,
        CASE WHEN min(r.region) FILTER (d <= 0) = max(r.region) FILTER (d <= 0) THEN min(r.region) FILTER (d <= 0) END AS region
    FROM lines AS l
    JOIN population AS r ON r.cpr = l.cpr,
    LATERAL (SELECT greatest(0, r.valid_from - l.service_date, l.service_date - r.valid_to) AS d)
    GROUP BY l.row
),
referral AS (
    SELECT
        l.row AS line,
        count(*) FILTER (d <= 0) AS matches,
        min(d * 4294967296 + r.row) AS nearest
    FROM lines AS l
    JOIN referrals AS r ON r.cpr = l.cpr AND r.code = l.code,
    LATERAL (SELECT greatest(0, r.valid_from - l.service_date, l.service_date - r.valid_to) AS d)
    GROUP BY l.row
),
reported AS (
    SELECT
        l.row AS line,
        count(*) FILTER (d <= 3) AS matches,
        min(d * 4294967296 + r.row) AS nearest
    FROM lines AS l
    JOIN activity AS r ON r.cpr = l.cpr AND r.supplier = l.supplier AND r.code = l.code,
    LATERAL (SELECT abs(r.performed_on - l.service_date) AS d)
    GROUP BY l.row
),
conditional AS (
    SELECT
        l.row AS line,
        count(*) AS matches,
        count(*) FILTER (r.condition = l.condition) AS fitting,
        max(r.rate) FILTER (r.condition = l.condition) AS rate
    FROM lines AS l
    JOIN conditional_rates AS r ON r.supplier = l.supplier AND r.code = l.code
        AND greatest(0, r.valid_from - l.service_date, l.service_date - r.valid_to) <= 0
    GROUP BY l.row
),
group_referral AS (
    SELECT
        l.row AS line,
        count(*) FILTER (d <= 0) AS matches
    FROM lines AS l
    JOIN referrals AS r ON r.cpr = l.cpr AND r.code = l.code_group,
    LATERAL (SELECT greatest(0, r.valid_from - l.service_date, l.service_date - r.valid_to) AS d)
    GROUP BY l.row
)
SELECT
    l.row AS subject,
    agreement.nearest % 4294967296 AS "agreement_on_service_date.row",
    coalesce(agreement.matches, 0) AS "agreement_on_service_date.matches",
    residence.nearest % 4294967296 AS "residence_on_service_date.row",
    coalesce(residence.matches, 0) AS "residence_on_service_date.matches",
    referral.nearest % 4294967296 AS "valid_referral.row",
    coalesce(referral.matches, 0) AS "valid_referral.matches",
    reported.nearest % 4294967296 AS "reported_activity.row",
    coalesce(reported.matches, 0) AS "reported_activity.matches",
    CASE l.cpr_count WHEN 0 THEN 0 WHEN 1 THEN 2 ELSE 1 END AS "one-person",
    CASE WHEN l.code_count > 1 THEN 0 WHEN l.code IS NULL THEN 1 WHEN l.service_date IS NULL THEN 2 ELSE 3 END AS "service",
    CASE
        WHEN l.quantity <= 0 THEN 0
        WHEN abs(l.quantity * l.price - (l.amount - l.adjustment) * l.base) < 0.005 * l.base THEN 1
        WHEN abs(l.quantity * l.price - (l.amount - l.adjustment) * l.base) = 0.005 * l.base
            AND (l.amount - l.adjustment) * l.base > l.quantity * l.price THEN 1
        ELSE 2
    END AS "line-arithmetic",
    CASE
        WHEN l.currency <> 'DKK' THEN 0
        WHEN conditional.matches > 0 AND l.condition IS NULL THEN 1
        WHEN conditional.matches > 0 AND conditional.fitting = 0 THEN 2
        WHEN conditional.matches > 0 AND l.price = conditional.rate * l.base THEN 4
        WHEN conditional.matches > 0 THEN 5
        WHEN agreement.nearest IS NULL AND l.code_known = 1 THEN 6
        WHEN agreement.nearest IS NULL THEN 7
        WHEN agreement.matches = 0 THEN 8
        WHEN agreement.rate IS NULL THEN 9
        WHEN l.price = agreement.rate * l.base THEN 10
        ELSE 11
    END AS "agreed-rate",
    CASE
        WHEN residence.nearest IS NULL AND l.replacement = 1 THEN 0
        WHEN residence.nearest IS NULL THEN 1
        WHEN residence.matches = 0 THEN 2
        WHEN residence.region IS NULL THEN 3
        WHEN residence.region = '1082' THEN 4
        ELSE 5
    END AS "residence",
    CASE
        WHEN referral.matches > 0 THEN 0
        WHEN group_referral.matches > 0 THEN 1
        WHEN referral.nearest IS NULL AND group_referral.line IS NULL THEN 2
        WHEN referral.nearest IS NOT NULL THEN 3
        ELSE 4
    END AS "referral",
    CASE
        WHEN coalesce(reported.matches, 0) > 0 AND reported.matches >= l.quantity THEN 0
        WHEN coalesce(reported.matches, 0) = 0 AND reported.nearest // 4294967296 <= 6 THEN 1
        WHEN l.decided_on - l.issue_date > 45 THEN 2
        ELSE 3
    END AS "activity"
FROM lines AS l
LEFT JOIN agreement ON agreement.line = l.row
LEFT JOIN residence ON residence.line = l.row
LEFT JOIN referral ON referral.line = l.row
LEFT JOIN reported ON reported.line = l.row
LEFT JOIN conditional ON conditional.line = l.row
LEFT JOIN group_referral ON group_referral.line = l.row
