-- ef4b871fe122098bb29db18a16fd11d646650bd76d61f7b9fb26104caad3b95f
SELECT
  "t13"."subject",
  "t13"."received_earlier_in_batch.row",
  "t13"."received_earlier_in_batch.matches",
  "t13"."received_before.row",
  "t13"."received_before.matches",
  CASE
    WHEN "t13"."payable-invoice.0" IS NULL
    THEN -1
    WHEN "t13"."payable-invoice.0"
    THEN 0
    WHEN "t13"."payable-invoice.1" IS NULL
    THEN -1
    WHEN "t13"."payable-invoice.1"
    THEN 1
    ELSE 2
  END AS "payable-invoice",
  CASE
    WHEN "t13"."buyer.0" IS NULL
    THEN -1
    WHEN "t13"."buyer.0"
    THEN 0
    WHEN "t13"."buyer.1" IS NULL
    THEN -1
    WHEN "t13"."buyer.1"
    THEN 1
    ELSE 2
  END AS "buyer",
  CASE
    WHEN "t13"."duplicate.0" IS NULL
    THEN -1
    WHEN "t13"."duplicate.0"
    THEN 0
    WHEN "t13"."duplicate.1" IS NULL
    THEN -1
    WHEN "t13"."duplicate.1"
    THEN 1
    ELSE 2
  END AS "duplicate",
  CASE
    WHEN "t13"."document-sums.0" IS NULL
    THEN -1
    WHEN "t13"."document-sums.0"
    THEN 0
    WHEN "t13"."document-sums.1" IS NULL
    THEN -1
    WHEN "t13"."document-sums.1"
    THEN 1
    WHEN "t13"."document-sums.2" IS NULL
    THEN -1
    WHEN "t13"."document-sums.2"
    THEN 2
    WHEN "t13"."document-sums.3" IS NULL
    THEN -1
    WHEN "t13"."document-sums.3"
    THEN 3
    ELSE 4
  END AS "document-sums",
  CASE
    WHEN "t13"."nothing-added.0" IS NULL
    THEN -1
    WHEN "t13"."nothing-added.0"
    THEN 0
    WHEN "t13"."nothing-added.1" IS NULL
    THEN -1
    WHEN "t13"."nothing-added.1"
    THEN 1
    ELSE 2
  END AS "nothing-added"
FROM (
  SELECT
    "t12"."subject",
    "t12"."received_earlier_in_batch.row",
    "t12"."received_earlier_in_batch.matches",
    "t12"."received_before.row",
    "t12"."received_before.matches",
    "t12"."kind" = 'credit-note' AS "payable-invoice.0",
    "t12"."payable" <= 0 AS "payable-invoice.1",
    "t12"."parameter.buyer_gln" = '' AS "buyer.0",
    "t12"."buyer" = "t12"."parameter.buyer_gln" AS "buyer.1",
    "t12"."received_before.matches" > 0 AS "duplicate.0",
    "t12"."received_earlier_in_batch.matches" > 0 AS "duplicate.1",
    "t12"."line_sum" <> "t12"."lines_total" AS "document-sums.0",
    (
      (
        "t12"."lines_total" - "t12"."allowances"
      ) + "t12"."charges"
    ) <> "t12"."without_tax" AS "document-sums.1",
    (
      "t12"."without_tax" + "t12"."tax"
    ) <> "t12"."with_tax" AS "document-sums.2",
    (
      (
        "t12"."with_tax" - "t12"."prepaid"
      ) + "t12"."rounding"
    ) <> "t12"."payable" AS "document-sums.3",
    "t12"."added" <> 0 AS "nothing-added.0",
    "t12"."prepaid" <> 0 AS "nothing-added.1"
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
      "t10"."nearest" & 4294967295 AS "received_earlier_in_batch.row",
      CASE
        WHEN "t3"."supplier_number" IS NOT NULL
        THEN COALESCE("t10"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "received_earlier_in_batch.matches",
      CASE
        WHEN "t3"."supplier_number" IS NOT NULL
        THEN CAST("t10"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "received_earlier_in_batch.known",
      "t10"."nearest" >> 32 AS "received_earlier_in_batch.distance",
      "t11"."nearest" & 4294967295 AS "received_before.row",
      CASE
        WHEN "t3"."supplier_number" IS NOT NULL
        THEN COALESCE("t11"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "received_before.matches",
      CASE
        WHEN "t3"."supplier_number" IS NOT NULL
        THEN CAST("t11"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "received_before.known",
      "t11"."nearest" >> 32 AS "received_before.distance"
    FROM "subjects" AS "t3"
    LEFT OUTER JOIN (
      SELECT
        "t6"."subject",
        MIN("t6"."nearest") AS "nearest",
        CAST(COUNT("t6"."inside") AS INT) AS "matches"
      FROM (
        SELECT
          "t3"."subject",
          (
            0 << 32
          ) + "t4"."row" AS "nearest",
          CASE WHEN 0 <= 0 THEN 1 ELSE CAST(NULL AS TINYINT) END AS "inside"
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
        MIN("t7"."nearest") AS "nearest",
        CAST(COUNT("t7"."inside") AS INT) AS "matches"
      FROM (
        SELECT
          "t3"."subject",
          (
            0 << 32
          ) + "t5"."row" AS "nearest",
          CASE WHEN 0 <= 0 THEN 1 ELSE CAST(NULL AS TINYINT) END AS "inside"
        FROM "subjects" AS "t3"
        INNER JOIN "history" AS "t5"
          ON "t5"."key" = "t3"."supplier_number" AND "t5"."reference" <> "t3"."reference"
      ) AS "t7"
      GROUP BY
        1
    ) AS "t11"
      ON "t3"."subject" = "t11"."subject"
  ) AS "t12"
) AS "t13"
