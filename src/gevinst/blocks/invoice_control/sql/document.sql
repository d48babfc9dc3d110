-- 212edd5716a2d85252643f6d636e88586038469b53d14def4d86d2681b609383
SELECT
  "t12"."subject",
  "t12"."received_earlier_in_batch.row",
  "t12"."received_earlier_in_batch.matches",
  "t12"."received_earlier_in_batch.known",
  "t12"."received_earlier_in_batch.distance",
  "t12"."received_before.row",
  "t12"."received_before.matches",
  "t12"."received_before.known",
  "t12"."received_before.distance",
  CASE
    WHEN (
      "t12"."kind" = 'credit-note'
    ) IS NULL
    THEN -1
    WHEN "t12"."kind" = 'credit-note'
    THEN 0
    WHEN (
      "t12"."payable" <= 0
    ) IS NULL
    THEN -1
    WHEN "t12"."payable" <= 0
    THEN 1
    ELSE 2
  END AS "payable-invoice",
  CASE
    WHEN (
      "t12"."parameter.buyer_gln" = ''
    ) IS NULL
    THEN -1
    WHEN "t12"."parameter.buyer_gln" = ''
    THEN 0
    WHEN (
      "t12"."buyer" = "t12"."parameter.buyer_gln"
    ) IS NULL
    THEN -1
    WHEN "t12"."buyer" = "t12"."parameter.buyer_gln"
    THEN 1
    ELSE 2
  END AS "buyer",
  CASE
    WHEN (
      "t12"."received_before.matches" > 0
    ) IS NULL
    THEN -1
    WHEN "t12"."received_before.matches" > 0
    THEN 0
    WHEN (
      "t12"."received_earlier_in_batch.matches" > 0
    ) IS NULL
    THEN -1
    WHEN "t12"."received_earlier_in_batch.matches" > 0
    THEN 1
    ELSE 2
  END AS "duplicate",
  CASE
    WHEN (
      "t12"."line_sum" <> "t12"."lines_total"
    ) IS NULL
    THEN -1
    WHEN "t12"."line_sum" <> "t12"."lines_total"
    THEN 0
    WHEN (
      (
        (
          "t12"."lines_total" - "t12"."allowances"
        ) + "t12"."charges"
      ) <> "t12"."without_tax"
    ) IS NULL
    THEN -1
    WHEN (
      (
        "t12"."lines_total" - "t12"."allowances"
      ) + "t12"."charges"
    ) <> "t12"."without_tax"
    THEN 1
    WHEN (
      (
        "t12"."without_tax" + "t12"."tax"
      ) <> "t12"."with_tax"
    ) IS NULL
    THEN -1
    WHEN (
      "t12"."without_tax" + "t12"."tax"
    ) <> "t12"."with_tax"
    THEN 2
    WHEN (
      (
        (
          "t12"."with_tax" - "t12"."prepaid"
        ) + "t12"."rounding"
      ) <> "t12"."payable"
    ) IS NULL
    THEN -1
    WHEN (
      (
        "t12"."with_tax" - "t12"."prepaid"
      ) + "t12"."rounding"
    ) <> "t12"."payable"
    THEN 3
    ELSE 4
  END AS "document-sums",
  CASE
    WHEN (
      "t12"."added" <> 0
    ) IS NULL
    THEN -1
    WHEN "t12"."added" <> 0
    THEN 0
    WHEN (
      "t12"."prepaid" <> 0
    ) IS NULL
    THEN -1
    WHEN "t12"."prepaid" <> 0
    THEN 1
    ELSE 2
  END AS "nothing-added"
FROM (
  SELECT
    "t3"."kind",
    "t3"."supplier",
    "t3"."number",
    "t3"."supplier_number",
    "t3"."reference",
    "t3"."position",
    "t3"."buyer",
    "t3"."line_sum",
    "t3"."lines_total",
    "t3"."without_tax",
    "t3"."with_tax",
    "t3"."tax",
    "t3"."allowances",
    "t3"."charges",
    "t3"."prepaid",
    "t3"."rounding",
    "t3"."payable",
    "t3"."added",
    "t3"."parameter.region_code",
    "t3"."parameter.buyer_gln",
    "t3"."parameter.activity_days",
    "t3"."parameter.activity_near_days",
    "t3"."parameter.recheck_days",
    "t3"."parameter.give_up_days",
    "t3"."subject",
    "t10"."nearest" % 1099511627776 AS "received_earlier_in_batch.row",
    CASE
      WHEN "t3"."supplier_number" IS NOT NULL
      THEN COALESCE("t10"."matches", 0)
      ELSE CAST(NULL AS BIGINT)
    END AS "received_earlier_in_batch.matches",
    CASE
      WHEN "t3"."supplier_number" IS NOT NULL
      THEN COALESCE("t10"."known", 0)
      ELSE CAST(NULL AS BIGINT)
    END AS "received_earlier_in_batch.known",
    CAST(FLOOR((
      "t10"."nearest"
    ) / (
      1099511627776
    )) AS BIGINT) AS "received_earlier_in_batch.distance",
    "t11"."nearest" % 1099511627776 AS "received_before.row",
    CASE
      WHEN "t3"."supplier_number" IS NOT NULL
      THEN COALESCE("t11"."matches", 0)
      ELSE CAST(NULL AS BIGINT)
    END AS "received_before.matches",
    CASE
      WHEN "t3"."supplier_number" IS NOT NULL
      THEN COALESCE("t11"."known", 0)
      ELSE CAST(NULL AS BIGINT)
    END AS "received_before.known",
    CAST(FLOOR((
      "t11"."nearest"
    ) / (
      1099511627776
    )) AS BIGINT) AS "received_before.distance"
  FROM "subjects" AS "t3"
  LEFT OUTER JOIN (
    SELECT
      "t6"."subject",
      COUNT(*) AS "known",
      COUNT(*) FILTER(WHERE
        "t6"."inside") AS "matches",
      MIN("t6"."nearest") AS "nearest"
    FROM (
      SELECT
        "t3"."subject",
        (
          0 * 1099511627776
        ) + "t4"."row" AS "nearest",
        0 <= 0 AS "inside"
      FROM "subjects" AS "t3"
      INNER JOIN "document" AS "t4"
        ON "t4"."supplier_number" = "t3"."supplier_number"
        AND "t4"."position" < "t3"."position"
    ) AS "t6"
    GROUP BY
      1
  ) AS "t10"
    ON "t3"."subject" = "t10"."subject"
  LEFT OUTER JOIN (
    SELECT
      "t7"."subject",
      COUNT(*) AS "known",
      COUNT(*) FILTER(WHERE
        "t7"."inside") AS "matches",
      MIN("t7"."nearest") AS "nearest"
    FROM (
      SELECT
        "t3"."subject",
        (
          0 * 1099511627776
        ) + "t5"."row" AS "nearest",
        0 <= 0 AS "inside"
      FROM "subjects" AS "t3"
      INNER JOIN "history" AS "t5"
        ON "t5"."key" = "t3"."supplier_number" AND "t5"."reference" <> "t3"."reference"
    ) AS "t7"
    GROUP BY
      1
  ) AS "t11"
    ON "t3"."subject" = "t11"."subject"
) AS "t12"
ORDER BY
  "t12"."subject" ASC
