-- 4bfc7fe52e6de3adab0f5274ff3dd0c8aa627e6570be1bc8dfcee128427534f4
SELECT
  "t22"."subject",
  "t22"."agreement_on_service_date.row",
  "t22"."agreement_on_service_date.matches",
  "t22"."agreement_on_service_date.known",
  "t22"."agreement_on_service_date.distance",
  "t22"."residence_on_service_date.row",
  "t22"."residence_on_service_date.matches",
  "t22"."residence_on_service_date.known",
  "t22"."residence_on_service_date.distance",
  "t22"."valid_referral.row",
  "t22"."valid_referral.matches",
  "t22"."valid_referral.known",
  "t22"."valid_referral.distance",
  "t22"."reported_activity.row",
  "t22"."reported_activity.matches",
  "t22"."reported_activity.known",
  "t22"."reported_activity.distance",
  CASE
    WHEN (
      "t22"."cpr_count" = 0
    ) IS NULL
    THEN -1
    WHEN "t22"."cpr_count" = 0
    THEN 0
    WHEN (
      "t22"."cpr_count" > 1
    ) IS NULL
    THEN -1
    WHEN "t22"."cpr_count" > 1
    THEN 1
    ELSE 2
  END AS "one-person",
  CASE
    WHEN "t22"."code" IS NULL
    THEN 0
    WHEN "t22"."service_date" IS NULL
    THEN 1
    ELSE 2
  END AS "service",
  CASE
    WHEN (
      "t22"."quantity" <= 0
    ) IS NULL
    THEN -1
    WHEN "t22"."quantity" <= 0
    THEN 0
    WHEN CASE
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
    END IS NULL
    THEN -1
    WHEN CASE
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
    END
    THEN 1
    ELSE 2
  END AS "line-arithmetic",
  CASE
    WHEN (
      "t22"."currency" <> 'DKK'
    ) IS NULL
    THEN -1
    WHEN "t22"."currency" <> 'DKK'
    THEN 0
    WHEN (
      "t22"."agreement_on_service_date.known" = 0
    ) IS NULL
    THEN -1
    WHEN "t22"."agreement_on_service_date.known" = 0
    THEN 1
    WHEN (
      "t22"."agreement_on_service_date.matches" = 0
    ) IS NULL
    THEN -1
    WHEN "t22"."agreement_on_service_date.matches" = 0
    THEN 2
    WHEN "t22"."agreement_on_service_date.rate" IS NULL
    THEN 3
    WHEN (
      "t22"."price" = (
        "t22"."agreement_on_service_date.rate" * "t22"."base"
      )
    ) IS NULL
    THEN -1
    WHEN "t22"."price" = (
      "t22"."agreement_on_service_date.rate" * "t22"."base"
    )
    THEN 4
    ELSE 5
  END AS "agreed-rate",
  CASE
    WHEN (
      "t22"."residence_on_service_date.known" = 0
    ) IS NULL
    THEN -1
    WHEN "t22"."residence_on_service_date.known" = 0
    THEN 0
    WHEN (
      "t22"."residence_on_service_date.matches" = 0
    ) IS NULL
    THEN -1
    WHEN "t22"."residence_on_service_date.matches" = 0
    THEN 1
    WHEN "t22"."residence_on_service_date.region" IS NULL
    THEN 2
    WHEN (
      "t22"."residence_on_service_date.region" = "t22"."parameter.region_code"
    ) IS NULL
    THEN -1
    WHEN "t22"."residence_on_service_date.region" = "t22"."parameter.region_code"
    THEN 3
    ELSE 4
  END AS "residence",
  CASE
    WHEN (
      "t22"."valid_referral.known" = 0
    ) IS NULL
    THEN -1
    WHEN "t22"."valid_referral.known" = 0
    THEN 0
    WHEN (
      "t22"."valid_referral.matches" = 0
    ) IS NULL
    THEN -1
    WHEN "t22"."valid_referral.matches" = 0
    THEN 1
    ELSE 2
  END AS "referral",
  CASE
    WHEN (
      (
        "t22"."reported_activity.matches" > 0
      )
      AND (
        "t22"."reported_activity.matches" >= "t22"."quantity"
      )
    ) IS NULL
    THEN -1
    WHEN (
      "t22"."reported_activity.matches" > 0
    )
    AND (
      "t22"."reported_activity.matches" >= "t22"."quantity"
    )
    THEN 0
    WHEN (
      (
        "t22"."reported_activity.matches" = 0
      )
      AND (
        "t22"."reported_activity.known" > 0
      )
      AND (
        "t22"."reported_activity.distance" <= "t22"."parameter.activity_near_days"
      )
    ) IS NULL
    THEN -1
    WHEN (
      "t22"."reported_activity.matches" = 0
    )
    AND (
      "t22"."reported_activity.known" > 0
    )
    AND (
      "t22"."reported_activity.distance" <= "t22"."parameter.activity_near_days"
    )
    THEN 1
    WHEN (
      DATE_DIFF('DAY', "t22"."issue_date", "t22"."decided_on") > "t22"."parameter.give_up_days"
    ) IS NULL
    THEN -1
    WHEN DATE_DIFF('DAY', "t22"."issue_date", "t22"."decided_on") > "t22"."parameter.give_up_days"
    THEN 2
    ELSE 3
  END AS "activity"
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
    "t18"."nearest" % 1099511627776 AS "agreement_on_service_date.row",
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
      THEN COALESCE("t18"."matches", 0)
      ELSE CAST(NULL AS BIGINT)
    END AS "agreement_on_service_date.matches",
    CASE
      WHEN (
        "t5"."supplier" IS NOT NULL
      ) AND (
        "t5"."code" IS NOT NULL
      )
      THEN COALESCE("t18"."known", 0)
      ELSE CAST(NULL AS BIGINT)
    END AS "agreement_on_service_date.known",
    CAST(FLOOR((
      "t18"."nearest"
    ) / (
      1099511627776
    )) AS BIGINT) AS "agreement_on_service_date.distance",
    CASE
      WHEN "t18"."min_rate" = "t18"."max_rate"
      THEN "t18"."min_rate"
      ELSE CAST(NULL AS DECIMAL(15, 6))
    END AS "agreement_on_service_date.rate",
    "t19"."nearest" % 1099511627776 AS "residence_on_service_date.row",
    CASE
      WHEN (
        "t5"."cpr" IS NOT NULL
      ) AND (
        "t5"."service_date" IS NOT NULL
      )
      THEN COALESCE("t19"."matches", 0)
      ELSE CAST(NULL AS BIGINT)
    END AS "residence_on_service_date.matches",
    CASE
      WHEN "t5"."cpr" IS NOT NULL
      THEN COALESCE("t19"."known", 0)
      ELSE CAST(NULL AS BIGINT)
    END AS "residence_on_service_date.known",
    CAST(FLOOR((
      "t19"."nearest"
    ) / (
      1099511627776
    )) AS BIGINT) AS "residence_on_service_date.distance",
    CASE
      WHEN "t19"."min_region" = "t19"."max_region"
      THEN "t19"."min_region"
      ELSE CAST(NULL AS TEXT)
    END AS "residence_on_service_date.region",
    "t20"."nearest" % 1099511627776 AS "valid_referral.row",
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
      THEN COALESCE("t20"."matches", 0)
      ELSE CAST(NULL AS BIGINT)
    END AS "valid_referral.matches",
    CASE
      WHEN (
        "t5"."cpr" IS NOT NULL
      ) AND (
        "t5"."code" IS NOT NULL
      )
      THEN COALESCE("t20"."known", 0)
      ELSE CAST(NULL AS BIGINT)
    END AS "valid_referral.known",
    CAST(FLOOR((
      "t20"."nearest"
    ) / (
      1099511627776
    )) AS BIGINT) AS "valid_referral.distance",
    "t21"."nearest" % 1099511627776 AS "reported_activity.row",
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
      THEN COALESCE("t21"."matches", 0)
      ELSE CAST(NULL AS BIGINT)
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
      THEN COALESCE("t21"."known", 0)
      ELSE CAST(NULL AS BIGINT)
    END AS "reported_activity.known",
    CAST(FLOOR((
      "t21"."nearest"
    ) / (
      1099511627776
    )) AS BIGINT) AS "reported_activity.distance"
  FROM "subjects" AS "t5"
  LEFT OUTER JOIN (
    SELECT
      "t10"."subject",
      COUNT(*) AS "known",
      COUNT(*) FILTER(WHERE
        "t10"."inside") AS "matches",
      MIN("t10"."nearest") AS "nearest",
      MIN("t10"."rate") FILTER(WHERE
        "t10"."inside") AS "min_rate",
      MAX("t10"."rate") FILTER(WHERE
        "t10"."inside") AS "max_rate"
    FROM (
      SELECT
        "t5"."subject",
        (
          GREATEST(
            0,
            DATE_DIFF('DAY', "t5"."service_date", "t6"."valid_from"),
            DATE_DIFF('DAY', "t6"."valid_to", "t5"."service_date")
          ) * 1099511627776
        ) + "t6"."row" AS "nearest",
        GREATEST(
          0,
          DATE_DIFF('DAY', "t5"."service_date", "t6"."valid_from"),
          DATE_DIFF('DAY', "t6"."valid_to", "t5"."service_date")
        ) <= 0 AS "inside",
        "t6"."rate"
      FROM "subjects" AS "t5"
      INNER JOIN "agreements" AS "t6"
        ON "t6"."supplier" = "t5"."supplier" AND "t6"."code" = "t5"."code"
    ) AS "t10"
    GROUP BY
      1
  ) AS "t18"
    ON "t5"."subject" = "t18"."subject"
  LEFT OUTER JOIN (
    SELECT
      "t11"."subject",
      COUNT(*) AS "known",
      COUNT(*) FILTER(WHERE
        "t11"."inside") AS "matches",
      MIN("t11"."nearest") AS "nearest",
      MIN("t11"."region") FILTER(WHERE
        "t11"."inside") AS "min_region",
      MAX("t11"."region") FILTER(WHERE
        "t11"."inside") AS "max_region"
    FROM (
      SELECT
        "t5"."subject",
        (
          GREATEST(
            0,
            DATE_DIFF('DAY', "t5"."service_date", "t7"."valid_from"),
            DATE_DIFF('DAY', "t7"."valid_to", "t5"."service_date")
          ) * 1099511627776
        ) + "t7"."row" AS "nearest",
        GREATEST(
          0,
          DATE_DIFF('DAY', "t5"."service_date", "t7"."valid_from"),
          DATE_DIFF('DAY', "t7"."valid_to", "t5"."service_date")
        ) <= 0 AS "inside",
        "t7"."region"
      FROM "subjects" AS "t5"
      INNER JOIN "population" AS "t7"
        ON "t7"."cpr" = "t5"."cpr"
    ) AS "t11"
    GROUP BY
      1
  ) AS "t19"
    ON "t5"."subject" = "t19"."subject"
  LEFT OUTER JOIN (
    SELECT
      "t12"."subject",
      COUNT(*) AS "known",
      COUNT(*) FILTER(WHERE
        "t12"."inside") AS "matches",
      MIN("t12"."nearest") AS "nearest"
    FROM (
      SELECT
        "t5"."subject",
        (
          GREATEST(
            0,
            DATE_DIFF('DAY', "t5"."service_date", "t8"."valid_from"),
            DATE_DIFF('DAY', "t8"."valid_to", "t5"."service_date")
          ) * 1099511627776
        ) + "t8"."row" AS "nearest",
        GREATEST(
          0,
          DATE_DIFF('DAY', "t5"."service_date", "t8"."valid_from"),
          DATE_DIFF('DAY', "t8"."valid_to", "t5"."service_date")
        ) <= 0 AS "inside"
      FROM "subjects" AS "t5"
      INNER JOIN "referrals" AS "t8"
        ON "t8"."cpr" = "t5"."cpr" AND "t8"."code" = "t5"."code"
    ) AS "t12"
    GROUP BY
      1
  ) AS "t20"
    ON "t5"."subject" = "t20"."subject"
  LEFT OUTER JOIN (
    SELECT
      "t13"."subject",
      COUNT(*) AS "known",
      COUNT(*) FILTER(WHERE
        "t13"."inside") AS "matches",
      MIN("t13"."nearest") AS "nearest"
    FROM (
      SELECT
        "t5"."subject",
        (
          GREATEST(
            0,
            DATE_DIFF('DAY', "t5"."service_date", "t9"."performed_on"),
            DATE_DIFF('DAY', "t9"."performed_on", "t5"."service_date")
          ) * 1099511627776
        ) + "t9"."row" AS "nearest",
        GREATEST(
          0,
          DATE_DIFF('DAY', "t5"."service_date", "t9"."performed_on"),
          DATE_DIFF('DAY', "t9"."performed_on", "t5"."service_date")
        ) <= "t5"."parameter.activity_days" AS "inside"
      FROM "subjects" AS "t5"
      INNER JOIN "activity" AS "t9"
        ON "t9"."cpr" = "t5"."cpr"
        AND "t9"."supplier" = "t5"."supplier"
        AND "t9"."code" = "t5"."code"
    ) AS "t13"
    GROUP BY
      1
  ) AS "t21"
    ON "t5"."subject" = "t21"."subject"
) AS "t22"
ORDER BY
  "t22"."subject" ASC
