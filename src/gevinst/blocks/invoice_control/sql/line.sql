-- 718f168b47a7f26b9413dad05bf06adc937742283fed231404563454d3c55f05
SELECT
  "t23"."subject",
  "t23"."agreement_on_service_date.row",
  "t23"."agreement_on_service_date.matches",
  "t23"."residence_on_service_date.row",
  "t23"."residence_on_service_date.matches",
  "t23"."valid_referral.row",
  "t23"."valid_referral.matches",
  "t23"."reported_activity.row",
  "t23"."reported_activity.matches",
  "t23"."agreement_on_service_date.known",
  "t23"."agreement_on_service_date.rate",
  "t23"."residence_on_service_date.known",
  "t23"."residence_on_service_date.region",
  "t23"."valid_referral.known",
  "t23"."reported_activity.known",
  "t23"."reported_activity.distance",
  CASE
    WHEN "t23"."one-person.0" IS NULL
    THEN -1
    WHEN "t23"."one-person.0"
    THEN 0
    WHEN "t23"."one-person.1" IS NULL
    THEN -1
    WHEN "t23"."one-person.1"
    THEN 1
    ELSE 2
  END AS "one-person",
  CASE WHEN "t23"."service.0" THEN 0 WHEN "t23"."service.1" THEN 1 ELSE 2 END AS "service",
  CASE
    WHEN "t23"."line-arithmetic.0" IS NULL
    THEN -1
    WHEN "t23"."line-arithmetic.0"
    THEN 0
    WHEN "t23"."line-arithmetic.1" IS NULL
    THEN -1
    WHEN "t23"."line-arithmetic.1"
    THEN 1
    ELSE 2
  END AS "line-arithmetic",
  CASE
    WHEN "t23"."agreed-rate.0" IS NULL
    THEN -1
    WHEN "t23"."agreed-rate.0"
    THEN 0
    WHEN "t23"."agreed-rate.1" IS NULL
    THEN -1
    WHEN "t23"."agreed-rate.1"
    THEN 1
    WHEN "t23"."agreed-rate.2" IS NULL
    THEN -1
    WHEN "t23"."agreed-rate.2"
    THEN 2
    WHEN "t23"."agreed-rate.3"
    THEN 3
    WHEN "t23"."agreed-rate.4" IS NULL
    THEN -1
    WHEN "t23"."agreed-rate.4"
    THEN 4
    ELSE 5
  END AS "agreed-rate",
  CASE
    WHEN "t23"."residence.0" IS NULL
    THEN -1
    WHEN "t23"."residence.0"
    THEN 0
    WHEN "t23"."residence.1" IS NULL
    THEN -1
    WHEN "t23"."residence.1"
    THEN 1
    WHEN "t23"."residence.2"
    THEN 2
    WHEN "t23"."residence.3" IS NULL
    THEN -1
    WHEN "t23"."residence.3"
    THEN 3
    ELSE 4
  END AS "residence",
  CASE
    WHEN "t23"."referral.0" IS NULL
    THEN -1
    WHEN "t23"."referral.0"
    THEN 0
    WHEN "t23"."referral.1" IS NULL
    THEN -1
    WHEN "t23"."referral.1"
    THEN 1
    ELSE 2
  END AS "referral",
  CASE
    WHEN "t23"."activity.0" IS NULL
    THEN -1
    WHEN "t23"."activity.0"
    THEN 0
    WHEN "t23"."activity.1" IS NULL
    THEN -1
    WHEN "t23"."activity.1"
    THEN 1
    WHEN "t23"."activity.2" IS NULL
    THEN -1
    WHEN "t23"."activity.2"
    THEN 2
    ELSE 3
  END AS "activity"
FROM (
  SELECT
    "t22"."subject",
    "t22"."agreement_on_service_date.row",
    "t22"."agreement_on_service_date.matches",
    "t22"."residence_on_service_date.row",
    "t22"."residence_on_service_date.matches",
    "t22"."valid_referral.row",
    "t22"."valid_referral.matches",
    "t22"."reported_activity.row",
    "t22"."reported_activity.matches",
    "t22"."agreement_on_service_date.known",
    "t22"."agreement_on_service_date.rate",
    "t22"."residence_on_service_date.known",
    "t22"."residence_on_service_date.region",
    "t22"."valid_referral.known",
    "t22"."reported_activity.known",
    "t22"."reported_activity.distance",
    "t22"."cpr_count" = 0 AS "one-person.0",
    "t22"."cpr_count" > 1 AS "one-person.1",
    "t22"."code" IS NULL AS "service.0",
    "t22"."service_date" IS NULL AS "service.1",
    "t22"."quantity" <= 0 AS "line-arithmetic.0",
    CASE
      WHEN "t22"."base" = 0
      THEN CAST(NULL AS BOOLEAN)
      ELSE (
        ABS(
          (
            "t22"."quantity" * "t22"."price"
          ) - (
            (
              "t22"."amount" - "t22"."adjustment"
            ) * "t22"."base"
          )
        ) < (
          ABS("t22"."base") * CAST(0.005 AS DECIMAL(18, 3))
        )
      )
      OR (
        (
          ABS(
            (
              "t22"."quantity" * "t22"."price"
            ) - (
              (
                "t22"."amount" - "t22"."adjustment"
              ) * "t22"."base"
            )
          ) = (
            ABS("t22"."base") * CAST(0.005 AS DECIMAL(18, 3))
          )
        )
        AND (
          ABS((
            "t22"."amount" - "t22"."adjustment"
          ) * "t22"."base") > ABS("t22"."quantity" * "t22"."price")
        )
      )
    END AS "line-arithmetic.1",
    "t22"."currency" <> 'DKK' AS "agreed-rate.0",
    "t22"."agreement_on_service_date.known" = 0 AS "agreed-rate.1",
    "t22"."agreement_on_service_date.matches" = 0 AS "agreed-rate.2",
    "t22"."agreement_on_service_date.rate" IS NULL AS "agreed-rate.3",
    "t22"."price" = (
      "t22"."agreement_on_service_date.rate" * "t22"."base"
    ) AS "agreed-rate.4",
    "t22"."residence_on_service_date.known" = 0 AS "residence.0",
    "t22"."residence_on_service_date.matches" = 0 AS "residence.1",
    "t22"."residence_on_service_date.region" IS NULL AS "residence.2",
    "t22"."residence_on_service_date.region" = "t22"."parameter.region_code" AS "residence.3",
    "t22"."valid_referral.known" = 0 AS "referral.0",
    "t22"."valid_referral.matches" = 0 AS "referral.1",
    (
      "t22"."reported_activity.matches" > 0
    )
    AND (
      "t22"."reported_activity.matches" >= "t22"."quantity"
    ) AS "activity.0",
    (
      "t22"."reported_activity.matches" = 0
    )
    AND (
      "t22"."reported_activity.known" > 0
    )
    AND (
      "t22"."reported_activity.distance" <= "t22"."parameter.activity_near_days"
    ) AS "activity.1",
    DATE_DIFF('DAY', "t22"."issue_date", "t22"."decided_on") > "t22"."parameter.give_up_days" AS "activity.2"
  FROM (
    SELECT
      "t5"."supplier",
      "t5"."currency",
      "t5"."cpr",
      "t5"."cpr_count",
      "t5"."code",
      "t5"."service_date",
      "t5"."issue_date",
      "t5"."decided_on",
      "t5"."quantity",
      "t5"."price",
      "t5"."base",
      "t5"."amount",
      "t5"."adjustment",
      "t5"."parameter.region_code",
      "t5"."parameter.buyer_gln",
      "t5"."parameter.activity_days",
      "t5"."parameter.activity_near_days",
      "t5"."parameter.recheck_days",
      "t5"."parameter.give_up_days",
      "t5"."subject",
      "t20"."nearest" & 4294967295 AS "agreement_on_service_date.row",
      CASE
        WHEN (
          "t5"."supplier" IS NOT NULL
        )
        AND (
          "t5"."code" IS NOT NULL
        )
        AND (
          "t5"."service_date" IS NOT NULL
        )
        THEN COALESCE("t20"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "agreement_on_service_date.matches",
      CASE
        WHEN (
          "t5"."supplier" IS NOT NULL
        ) AND (
          "t5"."code" IS NOT NULL
        )
        THEN CAST("t20"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "agreement_on_service_date.known",
      "t20"."nearest" >> 32 AS "agreement_on_service_date.distance",
      "t20"."value.rate" AS "agreement_on_service_date.rate",
      "t21"."nearest" & 4294967295 AS "residence_on_service_date.row",
      CASE
        WHEN (
          "t5"."cpr" IS NOT NULL
        ) AND (
          "t5"."service_date" IS NOT NULL
        )
        THEN COALESCE("t21"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "residence_on_service_date.matches",
      CASE
        WHEN "t5"."cpr" IS NOT NULL
        THEN CAST("t21"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "residence_on_service_date.known",
      "t21"."nearest" >> 32 AS "residence_on_service_date.distance",
      "t21"."value.region" AS "residence_on_service_date.region",
      "t18"."nearest" & 4294967295 AS "valid_referral.row",
      CASE
        WHEN (
          "t5"."cpr" IS NOT NULL
        )
        AND (
          "t5"."code" IS NOT NULL
        )
        AND (
          "t5"."service_date" IS NOT NULL
        )
        THEN COALESCE("t18"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "valid_referral.matches",
      CASE
        WHEN (
          "t5"."cpr" IS NOT NULL
        ) AND (
          "t5"."code" IS NOT NULL
        )
        THEN CAST("t18"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "valid_referral.known",
      "t18"."nearest" >> 32 AS "valid_referral.distance",
      "t19"."nearest" & 4294967295 AS "reported_activity.row",
      CASE
        WHEN (
          "t5"."cpr" IS NOT NULL
        )
        AND (
          "t5"."supplier" IS NOT NULL
        )
        AND (
          "t5"."code" IS NOT NULL
        )
        AND (
          "t5"."service_date" IS NOT NULL
        )
        THEN COALESCE("t19"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "reported_activity.matches",
      CASE
        WHEN (
          "t5"."cpr" IS NOT NULL
        )
        AND (
          "t5"."supplier" IS NOT NULL
        )
        AND (
          "t5"."code" IS NOT NULL
        )
        THEN CAST("t19"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "reported_activity.known",
      "t19"."nearest" >> 32 AS "reported_activity.distance"
    FROM "subjects" AS "t5"
    LEFT OUTER JOIN (
      SELECT
        "t10"."subject",
        MIN("t10"."nearest") AS "nearest",
        CAST(COUNT("t10"."inside") AS INT) AS "matches",
        CASE
          WHEN MIN("t10"."value.rate") = MAX("t10"."value.rate")
          THEN MIN("t10"."value.rate")
          ELSE CAST(NULL AS DECIMAL(15, 6))
        END AS "value.rate"
      FROM (
        SELECT
          "t5"."subject",
          (
            GREATEST(
              0,
              DATE_DIFF('DAY', "t5"."service_date", "t6"."valid_from"),
              DATE_DIFF('DAY', "t6"."valid_to", "t5"."service_date")
            ) << 32
          ) + "t6"."row" AS "nearest",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t5"."service_date", "t6"."valid_from"),
              DATE_DIFF('DAY', "t6"."valid_to", "t5"."service_date")
            ) <= 0
            THEN 1
            ELSE CAST(NULL AS TINYINT)
          END AS "inside",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t5"."service_date", "t6"."valid_from"),
              DATE_DIFF('DAY', "t6"."valid_to", "t5"."service_date")
            ) <= 0
            THEN "t6"."rate"
            ELSE CAST(NULL AS DECIMAL(15, 6))
          END AS "value.rate"
        FROM "subjects" AS "t5"
        INNER JOIN "agreements" AS "t6"
          ON "t6"."supplier" = "t5"."supplier" AND "t6"."code" = "t5"."code"
      ) AS "t10"
      GROUP BY
        1
    ) AS "t20"
      ON "t5"."subject" = "t20"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t11"."subject",
        MIN("t11"."nearest") AS "nearest",
        CAST(COUNT("t11"."inside") AS INT) AS "matches",
        CASE
          WHEN MIN("t11"."value.region") = MAX("t11"."value.region")
          THEN MIN("t11"."value.region")
          ELSE CAST(NULL AS TEXT)
        END AS "value.region"
      FROM (
        SELECT
          "t5"."subject",
          (
            GREATEST(
              0,
              DATE_DIFF('DAY', "t5"."service_date", "t7"."valid_from"),
              DATE_DIFF('DAY', "t7"."valid_to", "t5"."service_date")
            ) << 32
          ) + "t7"."row" AS "nearest",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t5"."service_date", "t7"."valid_from"),
              DATE_DIFF('DAY', "t7"."valid_to", "t5"."service_date")
            ) <= 0
            THEN 1
            ELSE CAST(NULL AS TINYINT)
          END AS "inside",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t5"."service_date", "t7"."valid_from"),
              DATE_DIFF('DAY', "t7"."valid_to", "t5"."service_date")
            ) <= 0
            THEN "t7"."region"
            ELSE CAST(NULL AS TEXT)
          END AS "value.region"
        FROM "subjects" AS "t5"
        INNER JOIN "population" AS "t7"
          ON "t7"."cpr" = "t5"."cpr"
      ) AS "t11"
      GROUP BY
        1
    ) AS "t21"
      ON "t5"."subject" = "t21"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t12"."subject",
        MIN("t12"."nearest") AS "nearest",
        CAST(COUNT("t12"."inside") AS INT) AS "matches"
      FROM (
        SELECT
          "t5"."subject",
          (
            GREATEST(
              0,
              DATE_DIFF('DAY', "t5"."service_date", "t8"."valid_from"),
              DATE_DIFF('DAY', "t8"."valid_to", "t5"."service_date")
            ) << 32
          ) + "t8"."row" AS "nearest",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t5"."service_date", "t8"."valid_from"),
              DATE_DIFF('DAY', "t8"."valid_to", "t5"."service_date")
            ) <= 0
            THEN 1
            ELSE CAST(NULL AS TINYINT)
          END AS "inside"
        FROM "subjects" AS "t5"
        INNER JOIN "referrals" AS "t8"
          ON "t8"."cpr" = "t5"."cpr" AND "t8"."code" = "t5"."code"
      ) AS "t12"
      GROUP BY
        1
    ) AS "t18"
      ON "t5"."subject" = "t18"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t13"."subject",
        MIN("t13"."nearest") AS "nearest",
        CAST(COUNT("t13"."inside") AS INT) AS "matches"
      FROM (
        SELECT
          "t5"."subject",
          (
            GREATEST(
              0,
              DATE_DIFF('DAY', "t5"."service_date", "t9"."performed_on"),
              DATE_DIFF('DAY', "t9"."performed_on", "t5"."service_date")
            ) << 32
          ) + "t9"."row" AS "nearest",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t5"."service_date", "t9"."performed_on"),
              DATE_DIFF('DAY', "t9"."performed_on", "t5"."service_date")
            ) <= "t5"."parameter.activity_days"
            THEN 1
            ELSE CAST(NULL AS TINYINT)
          END AS "inside"
        FROM "subjects" AS "t5"
        INNER JOIN "activity" AS "t9"
          ON "t9"."cpr" = "t5"."cpr"
          AND "t9"."supplier" = "t5"."supplier"
          AND "t9"."code" = "t5"."code"
      ) AS "t13"
      GROUP BY
        1
    ) AS "t19"
      ON "t5"."subject" = "t19"."subject"
  ) AS "t22"
) AS "t23"
