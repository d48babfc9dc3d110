-- 58c0d24d2d9e8578e8b99b9d71a110ee0b7a97747a341ae74e6e7b44c8fa24aa
SELECT
  "t60"."subject",
  "t60"."agreement_on_service_date.row",
  "t60"."agreement_on_service_date.matches",
  "t60"."rates_with_condition.row",
  "t60"."rates_with_condition.matches",
  "t60"."rate_for_condition.row",
  "t60"."rate_for_condition.matches",
  "t60"."course_around.row",
  "t60"."course_around.matches",
  "t60"."part_before.row",
  "t60"."part_before.matches",
  "t60"."residence_on_service_date.row",
  "t60"."residence_on_service_date.matches",
  "t60"."valid_referral.row",
  "t60"."valid_referral.matches",
  "t60"."valid_group_referral.row",
  "t60"."valid_group_referral.matches",
  "t60"."reported_activity.row",
  "t60"."reported_activity.matches",
  "t60"."line_earlier_in_batch.row",
  "t60"."line_earlier_in_batch.matches",
  "t60"."line_before.row",
  "t60"."line_before.matches",
  "t60"."status_on_service_date.row",
  "t60"."status_on_service_date.matches",
  "t60"."agreement_on_service_date.known",
  "t60"."agreement_on_service_date.rate",
  "t60"."rate_for_condition.rate",
  "t60"."residence_on_service_date.known",
  "t60"."residence_on_service_date.region",
  "t60"."valid_referral.known",
  "t60"."valid_referral.max_free_choice",
  "t60"."valid_referral.max_may_refer",
  "t60"."valid_group_referral.known",
  "t60"."valid_group_referral.max_free_choice",
  "t60"."valid_group_referral.max_may_refer",
  "t60"."reported_activity.known",
  "t60"."reported_activity.distance",
  "t60"."status_on_service_date.status",
  "t60"."status_on_service_date.min_valid_from",
  CASE
    WHEN "t60"."one-person.0" IS NULL
    THEN -1
    WHEN "t60"."one-person.0"
    THEN 0
    WHEN "t60"."one-person.1" IS NULL
    THEN -1
    WHEN "t60"."one-person.1"
    THEN 1
    ELSE 2
  END AS "one-person",
  CASE
    WHEN "t60"."replacement-number.0" IS NULL
    THEN -1
    WHEN "t60"."replacement-number.0"
    THEN 0
    WHEN "t60"."replacement-number.1" IS NULL
    THEN -1
    WHEN "t60"."replacement-number.1"
    THEN 1
    ELSE 2
  END AS "replacement-number",
  CASE
    WHEN "t60"."service.0" IS NULL
    THEN -1
    WHEN "t60"."service.0"
    THEN 0
    WHEN "t60"."service.1"
    THEN 1
    WHEN "t60"."service.2"
    THEN 2
    ELSE 3
  END AS "service",
  CASE
    WHEN "t60"."service-dates.0" IS NULL
    THEN -1
    WHEN "t60"."service-dates.0"
    THEN 0
    WHEN "t60"."service-dates.1" IS NULL
    THEN -1
    WHEN "t60"."service-dates.1"
    THEN 1
    ELSE 2
  END AS "service-dates",
  CASE
    WHEN "t60"."person-status.0" IS NULL
    THEN -1
    WHEN "t60"."person-status.0"
    THEN 0
    WHEN "t60"."person-status.1"
    THEN 1
    WHEN "t60"."person-status.2" IS NULL
    THEN -1
    WHEN "t60"."person-status.2"
    THEN 2
    WHEN "t60"."person-status.3" IS NULL
    THEN -1
    WHEN "t60"."person-status.3"
    THEN 3
    WHEN "t60"."person-status.4" IS NULL
    THEN -1
    WHEN "t60"."person-status.4"
    THEN 4
    ELSE 5
  END AS "person-status",
  CASE
    WHEN "t60"."line-arithmetic.0" IS NULL
    THEN -1
    WHEN "t60"."line-arithmetic.0"
    THEN 0
    WHEN "t60"."line-arithmetic.1" IS NULL
    THEN -1
    WHEN "t60"."line-arithmetic.1"
    THEN 1
    ELSE 2
  END AS "line-arithmetic",
  CASE
    WHEN "t60"."line-duplicate.0" IS NULL
    THEN -1
    WHEN "t60"."line-duplicate.0"
    THEN 0
    WHEN "t60"."line-duplicate.1" IS NULL
    THEN -1
    WHEN "t60"."line-duplicate.1"
    THEN 1
    ELSE 2
  END AS "line-duplicate",
  CASE
    WHEN "t60"."unbundling.0" IS NULL
    THEN -1
    WHEN "t60"."unbundling.0"
    THEN 0
    WHEN "t60"."unbundling.1" IS NULL
    THEN -1
    WHEN "t60"."unbundling.1"
    THEN 1
    ELSE 2
  END AS "unbundling",
  CASE
    WHEN "t60"."agreed-rate.0" IS NULL
    THEN -1
    WHEN "t60"."agreed-rate.0"
    THEN 0
    WHEN "t60"."agreed-rate.1" IS NULL
    THEN -1
    WHEN "t60"."agreed-rate.1"
    THEN 1
    WHEN "t60"."agreed-rate.2" IS NULL
    THEN -1
    WHEN "t60"."agreed-rate.2"
    THEN 2
    WHEN "t60"."agreed-rate.3" IS NULL
    THEN -1
    WHEN "t60"."agreed-rate.3"
    THEN 3
    WHEN "t60"."agreed-rate.4" IS NULL
    THEN -1
    WHEN "t60"."agreed-rate.4"
    THEN 4
    WHEN "t60"."agreed-rate.5" IS NULL
    THEN -1
    WHEN "t60"."agreed-rate.5"
    THEN 5
    WHEN "t60"."agreed-rate.6" IS NULL
    THEN -1
    WHEN "t60"."agreed-rate.6"
    THEN 6
    WHEN "t60"."agreed-rate.7" IS NULL
    THEN -1
    WHEN "t60"."agreed-rate.7"
    THEN 7
    WHEN "t60"."agreed-rate.8" IS NULL
    THEN -1
    WHEN "t60"."agreed-rate.8"
    THEN 8
    WHEN "t60"."agreed-rate.9"
    THEN 9
    WHEN "t60"."agreed-rate.10" IS NULL
    THEN -1
    WHEN "t60"."agreed-rate.10"
    THEN 10
    ELSE 11
  END AS "agreed-rate",
  CASE
    WHEN "t60"."residence.0" IS NULL
    THEN -1
    WHEN "t60"."residence.0"
    THEN 0
    WHEN "t60"."residence.1" IS NULL
    THEN -1
    WHEN "t60"."residence.1"
    THEN 1
    WHEN "t60"."residence.2" IS NULL
    THEN -1
    WHEN "t60"."residence.2"
    THEN 2
    WHEN "t60"."residence.3"
    THEN 3
    WHEN "t60"."residence.4" IS NULL
    THEN -1
    WHEN "t60"."residence.4"
    THEN 4
    ELSE 5
  END AS "residence",
  CASE
    WHEN "t60"."referral.0" IS NULL
    THEN -1
    WHEN "t60"."referral.0"
    THEN 0
    WHEN "t60"."referral.1" IS NULL
    THEN -1
    WHEN "t60"."referral.1"
    THEN 1
    WHEN "t60"."referral.2" IS NULL
    THEN -1
    WHEN "t60"."referral.2"
    THEN 2
    WHEN "t60"."referral.3" IS NULL
    THEN -1
    WHEN "t60"."referral.3"
    THEN 3
    ELSE 4
  END AS "referral",
  CASE
    WHEN "t60"."referring-unit.0" IS NULL
    THEN -1
    WHEN "t60"."referring-unit.0"
    THEN 0
    WHEN "t60"."referring-unit.1" IS NULL
    THEN -1
    WHEN "t60"."referring-unit.1"
    THEN 1
    WHEN "t60"."referring-unit.2" IS NULL
    THEN -1
    WHEN "t60"."referring-unit.2"
    THEN 2
    ELSE 3
  END AS "referring-unit",
  CASE
    WHEN "t60"."activity.0" IS NULL
    THEN -1
    WHEN "t60"."activity.0"
    THEN 0
    WHEN "t60"."activity.1" IS NULL
    THEN -1
    WHEN "t60"."activity.1"
    THEN 1
    WHEN "t60"."activity.2" IS NULL
    THEN -1
    WHEN "t60"."activity.2"
    THEN 2
    ELSE 3
  END AS "activity"
FROM (
  SELECT
    "t59"."subject",
    "t59"."agreement_on_service_date.row",
    "t59"."agreement_on_service_date.matches",
    "t59"."rates_with_condition.row",
    "t59"."rates_with_condition.matches",
    "t59"."rate_for_condition.row",
    "t59"."rate_for_condition.matches",
    "t59"."course_around.row",
    "t59"."course_around.matches",
    "t59"."part_before.row",
    "t59"."part_before.matches",
    "t59"."residence_on_service_date.row",
    "t59"."residence_on_service_date.matches",
    "t59"."valid_referral.row",
    "t59"."valid_referral.matches",
    "t59"."valid_group_referral.row",
    "t59"."valid_group_referral.matches",
    "t59"."reported_activity.row",
    "t59"."reported_activity.matches",
    "t59"."line_earlier_in_batch.row",
    "t59"."line_earlier_in_batch.matches",
    "t59"."line_before.row",
    "t59"."line_before.matches",
    "t59"."status_on_service_date.row",
    "t59"."status_on_service_date.matches",
    "t59"."agreement_on_service_date.known",
    "t59"."agreement_on_service_date.rate",
    "t59"."rate_for_condition.rate",
    "t59"."residence_on_service_date.known",
    "t59"."residence_on_service_date.region",
    "t59"."valid_referral.known",
    "t59"."valid_referral.max_free_choice",
    "t59"."valid_referral.max_may_refer",
    "t59"."valid_group_referral.known",
    "t59"."valid_group_referral.max_free_choice",
    "t59"."valid_group_referral.max_may_refer",
    "t59"."reported_activity.known",
    "t59"."reported_activity.distance",
    "t59"."status_on_service_date.status",
    "t59"."status_on_service_date.min_valid_from",
    "t59"."cpr_count" = 0 AS "one-person.0",
    "t59"."cpr_count" > 1 AS "one-person.1",
    (
      "t59"."replacement" = 1
    )
    AND (
      "t59"."residence_on_service_date.known" = 0
    ) AS "replacement-number.0",
    "t59"."replacement" = 1 AS "replacement-number.1",
    "t59"."code_count" > 1 AS "service.0",
    "t59"."code" IS NULL AS "service.1",
    "t59"."service_date" IS NULL AS "service.2",
    "t59"."service_date" > "t59"."issue_date" AS "service-dates.0",
    DATE_DIFF('DAY', "t59"."service_date", "t59"."issue_date") > "t59"."parameter.service_age_days" AS "service-dates.1",
    "t59"."status_on_service_date.matches" = 0 AS "person-status.0",
    "t59"."status_on_service_date.status" IS NULL AS "person-status.1",
    (
      "t59"."status_on_service_date.status" = 'dead'
    )
    AND (
      "t59"."status_on_service_date.min_valid_from" = "t59"."service_date"
    ) AS "person-status.2",
    "t59"."status_on_service_date.status" = 'dead' AS "person-status.3",
    "t59"."status_on_service_date.status" = 'emigrated' AS "person-status.4",
    "t59"."quantity" <= 0 AS "line-arithmetic.0",
    CASE
      WHEN "t59"."base" = 0
      THEN CAST(NULL AS BOOLEAN)
      ELSE (
        ABS(
          (
            "t59"."quantity" * "t59"."price"
          ) - (
            (
              "t59"."amount" - "t59"."adjustment"
            ) * "t59"."base"
          )
        ) < (
          ABS("t59"."base") * CAST(0.005 AS DECIMAL(18, 3))
        )
      )
      OR (
        (
          ABS(
            (
              "t59"."quantity" * "t59"."price"
            ) - (
              (
                "t59"."amount" - "t59"."adjustment"
              ) * "t59"."base"
            )
          ) = (
            ABS("t59"."base") * CAST(0.005 AS DECIMAL(18, 3))
          )
        )
        AND (
          ABS((
            "t59"."amount" - "t59"."adjustment"
          ) * "t59"."base") > ABS("t59"."quantity" * "t59"."price")
        )
      )
    END AS "line-arithmetic.1",
    "t59"."line_before.matches" > 0 AS "line-duplicate.0",
    "t59"."line_earlier_in_batch.matches" > 0 AS "line-duplicate.1",
    "t59"."course_around.matches" > 0 AS "unbundling.0",
    "t59"."part_before.matches" > 0 AS "unbundling.1",
    "t59"."currency" <> 'DKK' AS "agreed-rate.0",
    (
      "t59"."rates_with_condition.matches" > 0
    )
    AND (
      "t59"."condition" IS NULL
    ) AS "agreed-rate.1",
    (
      "t59"."rates_with_condition.matches" > 0
    )
    AND (
      "t59"."rate_for_condition.matches" = 0
    ) AS "agreed-rate.2",
    (
      "t59"."rates_with_condition.matches" > 0
    )
    AND (
      "t59"."rate_for_condition.rate" IS NULL
    ) AS "agreed-rate.3",
    (
      "t59"."rates_with_condition.matches" > 0
    )
    AND (
      "t59"."price" = (
        "t59"."rate_for_condition.rate" * "t59"."base"
      )
    ) AS "agreed-rate.4",
    "t59"."rates_with_condition.matches" > 0 AS "agreed-rate.5",
    (
      "t59"."agreement_on_service_date.known" = 0
    )
    AND (
      "t59"."code_known" = 1
    ) AS "agreed-rate.6",
    "t59"."agreement_on_service_date.known" = 0 AS "agreed-rate.7",
    "t59"."agreement_on_service_date.matches" = 0 AS "agreed-rate.8",
    "t59"."agreement_on_service_date.rate" IS NULL AS "agreed-rate.9",
    "t59"."price" = (
      "t59"."agreement_on_service_date.rate" * "t59"."base"
    ) AS "agreed-rate.10",
    (
      "t59"."residence_on_service_date.known" = 0
    )
    AND (
      "t59"."replacement" = 1
    ) AS "residence.0",
    "t59"."residence_on_service_date.known" = 0 AS "residence.1",
    "t59"."residence_on_service_date.matches" = 0 AS "residence.2",
    "t59"."residence_on_service_date.region" IS NULL AS "residence.3",
    "t59"."residence_on_service_date.region" = "t59"."parameter.region_code" AS "residence.4",
    "t59"."valid_referral.matches" > 0 AS "referral.0",
    (
      "t59"."code_group" IS NOT NULL
    )
    AND (
      "t59"."valid_group_referral.matches" > 0
    ) AS "referral.1",
    (
      "t59"."valid_referral.known" = 0
    )
    AND (
      (
        "t59"."code_group" IS NULL
      ) OR (
        "t59"."valid_group_referral.known" = 0
      )
    ) AS "referral.2",
    "t59"."valid_referral.known" > 0 AS "referral.3",
    (
      "t59"."valid_referral.matches" = 0
    )
    AND (
      (
        "t59"."code_group" IS NULL
      )
      OR (
        "t59"."valid_group_referral.matches" = 0
      )
    ) AS "referring-unit.0",
    (
      COALESCE("t59"."valid_referral.max_may_refer", 0) = 0
    )
    AND (
      COALESCE("t59"."valid_group_referral.max_may_refer", 0) = 0
    ) AS "referring-unit.1",
    (
      "t59"."parameter.free_choice_required" = 1
    )
    AND (
      COALESCE("t59"."valid_referral.max_free_choice", 0) = 0
    )
    AND (
      COALESCE("t59"."valid_group_referral.max_free_choice", 0) = 0
    ) AS "referring-unit.2",
    (
      "t59"."reported_activity.matches" > 0
    )
    AND (
      "t59"."reported_activity.matches" >= "t59"."quantity"
    ) AS "activity.0",
    (
      "t59"."reported_activity.matches" = 0
    )
    AND (
      "t59"."reported_activity.known" > 0
    )
    AND (
      "t59"."reported_activity.distance" <= "t59"."parameter.activity_near_days"
    ) AS "activity.1",
    DATE_DIFF('DAY', "t59"."issue_date", "t59"."decided_on") > "t59"."parameter.give_up_days" AS "activity.2"
  FROM (
    SELECT
      "t10"."supplier",
      "t10"."sender",
      "t10"."reference",
      "t10"."position",
      "t10"."currency",
      "t10"."cpr",
      "t10"."cpr_count",
      "t10"."person",
      "t10"."replacement",
      "t10"."code",
      "t10"."code_count",
      "t10"."code_known",
      "t10"."code_group",
      "t10"."condition",
      "t10"."service_date",
      "t10"."issue_date",
      "t10"."decided_on",
      "t10"."quantity",
      "t10"."price",
      "t10"."base",
      "t10"."amount",
      "t10"."adjustment",
      "t10"."parameter.buyer_gln",
      "t10"."parameter.recheck_days",
      "t10"."parameter.give_up_days",
      "t10"."parameter.format_check",
      "t10"."parameter.service_age_days",
      "t10"."parameter.amount_window_days",
      "t10"."parameter.account_country",
      "t10"."parameter.approval_ceiling",
      "t10"."parameter.ceiling_band",
      "t10"."parameter.split_days",
      "t10"."parameter.split_count",
      "t10"."parameter.amount_ceiling",
      "t10"."parameter.sample_per_thousand",
      "t10"."parameter.sample_seed",
      "t10"."parameter.region_code",
      "t10"."parameter.activity_days",
      "t10"."parameter.activity_near_days",
      "t10"."parameter.free_choice_required",
      "t10"."subject",
      "t50"."nearest" & 4294967295 AS "agreement_on_service_date.row",
      CASE
        WHEN (
          "t10"."supplier" IS NOT NULL
        )
        AND (
          "t10"."code" IS NOT NULL
        )
        AND (
          "t10"."service_date" IS NOT NULL
        )
        THEN COALESCE("t50"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "agreement_on_service_date.matches",
      CASE
        WHEN (
          "t10"."supplier" IS NOT NULL
        ) AND (
          "t10"."code" IS NOT NULL
        )
        THEN CAST("t50"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "agreement_on_service_date.known",
      "t50"."nearest" >> 32 AS "agreement_on_service_date.distance",
      "t50"."value.rate" AS "agreement_on_service_date.rate",
      "t44"."nearest" & 4294967295 AS "rates_with_condition.row",
      CASE
        WHEN (
          "t10"."supplier" IS NOT NULL
        )
        AND (
          "t10"."code" IS NOT NULL
        )
        AND (
          "t10"."service_date" IS NOT NULL
        )
        THEN COALESCE("t44"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "rates_with_condition.matches",
      CASE
        WHEN (
          "t10"."supplier" IS NOT NULL
        ) AND (
          "t10"."code" IS NOT NULL
        )
        THEN CAST("t44"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "rates_with_condition.known",
      "t44"."nearest" >> 32 AS "rates_with_condition.distance",
      "t51"."nearest" & 4294967295 AS "rate_for_condition.row",
      CASE
        WHEN (
          "t10"."supplier" IS NOT NULL
        )
        AND (
          "t10"."code" IS NOT NULL
        )
        AND (
          "t10"."condition" IS NOT NULL
        )
        AND (
          "t10"."service_date" IS NOT NULL
        )
        THEN COALESCE("t51"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "rate_for_condition.matches",
      CASE
        WHEN (
          "t10"."supplier" IS NOT NULL
        )
        AND (
          "t10"."code" IS NOT NULL
        )
        AND (
          "t10"."condition" IS NOT NULL
        )
        THEN CAST("t51"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "rate_for_condition.known",
      "t51"."nearest" >> 32 AS "rate_for_condition.distance",
      "t51"."value.rate" AS "rate_for_condition.rate",
      "t46"."nearest" & 4294967295 AS "course_around.row",
      CASE
        WHEN (
          "t10"."sender" IS NOT NULL
        )
        AND (
          "t10"."person" IS NOT NULL
        )
        AND (
          "t10"."code" IS NOT NULL
        )
        AND (
          "t10"."service_date" IS NOT NULL
        )
        THEN COALESCE("t46"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "course_around.matches",
      CASE
        WHEN (
          "t10"."sender" IS NOT NULL
        )
        AND (
          "t10"."person" IS NOT NULL
        )
        AND (
          "t10"."code" IS NOT NULL
        )
        THEN CAST("t46"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "course_around.known",
      "t46"."nearest" >> 32 AS "course_around.distance",
      "t47"."nearest" & 4294967295 AS "part_before.row",
      CASE
        WHEN (
          "t10"."sender" IS NOT NULL
        )
        AND (
          "t10"."person" IS NOT NULL
        )
        AND (
          "t10"."code" IS NOT NULL
        )
        AND (
          "t10"."service_date" IS NOT NULL
        )
        THEN COALESCE("t47"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "part_before.matches",
      CASE
        WHEN (
          "t10"."sender" IS NOT NULL
        )
        AND (
          "t10"."person" IS NOT NULL
        )
        AND (
          "t10"."code" IS NOT NULL
        )
        THEN CAST("t47"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "part_before.known",
      "t47"."nearest" >> 32 AS "part_before.distance",
      "t52"."nearest" & 4294967295 AS "residence_on_service_date.row",
      CASE
        WHEN (
          "t10"."cpr" IS NOT NULL
        ) AND (
          "t10"."service_date" IS NOT NULL
        )
        THEN COALESCE("t52"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "residence_on_service_date.matches",
      CASE
        WHEN "t10"."cpr" IS NOT NULL
        THEN CAST("t52"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "residence_on_service_date.known",
      "t52"."nearest" >> 32 AS "residence_on_service_date.distance",
      "t52"."value.region" AS "residence_on_service_date.region",
      "t56"."nearest" & 4294967295 AS "valid_referral.row",
      CASE
        WHEN (
          "t10"."cpr" IS NOT NULL
        )
        AND (
          "t10"."code" IS NOT NULL
        )
        AND (
          "t10"."service_date" IS NOT NULL
        )
        THEN COALESCE("t56"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "valid_referral.matches",
      CASE
        WHEN (
          "t10"."cpr" IS NOT NULL
        ) AND (
          "t10"."code" IS NOT NULL
        )
        THEN CAST("t56"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "valid_referral.known",
      "t56"."nearest" >> 32 AS "valid_referral.distance",
      CASE
        WHEN (
          "t10"."cpr" IS NOT NULL
        )
        AND (
          "t10"."code" IS NOT NULL
        )
        AND (
          "t10"."service_date" IS NOT NULL
        )
        THEN "t56"."max_free_choice"
        ELSE CAST(NULL AS BIGINT)
      END AS "valid_referral.max_free_choice",
      CASE
        WHEN (
          "t10"."cpr" IS NOT NULL
        )
        AND (
          "t10"."code" IS NOT NULL
        )
        AND (
          "t10"."service_date" IS NOT NULL
        )
        THEN "t56"."max_may_refer"
        ELSE CAST(NULL AS BIGINT)
      END AS "valid_referral.max_may_refer",
      "t57"."nearest" & 4294967295 AS "valid_group_referral.row",
      CASE
        WHEN (
          "t10"."cpr" IS NOT NULL
        )
        AND (
          "t10"."code_group" IS NOT NULL
        )
        AND (
          "t10"."service_date" IS NOT NULL
        )
        THEN COALESCE("t57"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "valid_group_referral.matches",
      CASE
        WHEN (
          "t10"."cpr" IS NOT NULL
        ) AND (
          "t10"."code_group" IS NOT NULL
        )
        THEN CAST("t57"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "valid_group_referral.known",
      "t57"."nearest" >> 32 AS "valid_group_referral.distance",
      CASE
        WHEN (
          "t10"."cpr" IS NOT NULL
        )
        AND (
          "t10"."code_group" IS NOT NULL
        )
        AND (
          "t10"."service_date" IS NOT NULL
        )
        THEN "t57"."max_free_choice"
        ELSE CAST(NULL AS BIGINT)
      END AS "valid_group_referral.max_free_choice",
      CASE
        WHEN (
          "t10"."cpr" IS NOT NULL
        )
        AND (
          "t10"."code_group" IS NOT NULL
        )
        AND (
          "t10"."service_date" IS NOT NULL
        )
        THEN "t57"."max_may_refer"
        ELSE CAST(NULL AS BIGINT)
      END AS "valid_group_referral.max_may_refer",
      "t49"."nearest" & 4294967295 AS "reported_activity.row",
      CASE
        WHEN (
          "t10"."cpr" IS NOT NULL
        )
        AND (
          "t10"."supplier" IS NOT NULL
        )
        AND (
          "t10"."code" IS NOT NULL
        )
        AND (
          "t10"."service_date" IS NOT NULL
        )
        THEN COALESCE("t49"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "reported_activity.matches",
      CASE
        WHEN (
          "t10"."cpr" IS NOT NULL
        )
        AND (
          "t10"."supplier" IS NOT NULL
        )
        AND (
          "t10"."code" IS NOT NULL
        )
        THEN CAST("t49"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "reported_activity.known",
      "t49"."nearest" >> 32 AS "reported_activity.distance",
      "t37"."nearest" & 4294967295 AS "line_earlier_in_batch.row",
      CASE
        WHEN (
          "t10"."sender" IS NOT NULL
        )
        AND (
          "t10"."person" IS NOT NULL
        )
        AND (
          "t10"."code" IS NOT NULL
        )
        AND (
          "t10"."service_date" IS NOT NULL
        )
        THEN COALESCE("t37"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "line_earlier_in_batch.matches",
      CASE
        WHEN (
          "t10"."sender" IS NOT NULL
        )
        AND (
          "t10"."person" IS NOT NULL
        )
        AND (
          "t10"."code" IS NOT NULL
        )
        AND (
          "t10"."service_date" IS NOT NULL
        )
        THEN CAST("t37"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "line_earlier_in_batch.known",
      "t37"."nearest" >> 32 AS "line_earlier_in_batch.distance",
      "t38"."nearest" & 4294967295 AS "line_before.row",
      CASE
        WHEN (
          "t10"."sender" IS NOT NULL
        )
        AND (
          "t10"."person" IS NOT NULL
        )
        AND (
          "t10"."code" IS NOT NULL
        )
        AND (
          "t10"."service_date" IS NOT NULL
        )
        THEN COALESCE("t38"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "line_before.matches",
      CASE
        WHEN (
          "t10"."sender" IS NOT NULL
        )
        AND (
          "t10"."person" IS NOT NULL
        )
        AND (
          "t10"."code" IS NOT NULL
        )
        AND (
          "t10"."service_date" IS NOT NULL
        )
        THEN CAST("t38"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "line_before.known",
      "t38"."nearest" >> 32 AS "line_before.distance",
      "t58"."nearest" & 4294967295 AS "status_on_service_date.row",
      CASE
        WHEN (
          "t10"."cpr" IS NOT NULL
        ) AND (
          "t10"."service_date" IS NOT NULL
        )
        THEN COALESCE("t58"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "status_on_service_date.matches",
      CASE
        WHEN "t10"."cpr" IS NOT NULL
        THEN CAST("t58"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "status_on_service_date.known",
      "t58"."nearest" >> 32 AS "status_on_service_date.distance",
      "t58"."value.status" AS "status_on_service_date.status",
      CASE
        WHEN (
          "t10"."cpr" IS NOT NULL
        ) AND (
          "t10"."service_date" IS NOT NULL
        )
        THEN "t58"."min_valid_from"
        ELSE CAST(NULL AS DATE)
      END AS "status_on_service_date.min_valid_from"
    FROM "subjects" AS "t10"
    LEFT OUTER JOIN (
      SELECT
        "t25"."subject",
        MIN("t25"."nearest") AS "nearest",
        CAST(COUNT("t25"."inside") AS INT) AS "matches",
        CASE
          WHEN MIN("t25"."value.rate") = MAX("t25"."value.rate")
          THEN MIN("t25"."value.rate")
          ELSE CAST(NULL AS DECIMAL(15, 6))
        END AS "value.rate"
      FROM (
        SELECT
          "t10"."subject",
          (
            GREATEST(
              0,
              DATE_DIFF('DAY', "t10"."service_date", "t11"."valid_from"),
              DATE_DIFF('DAY', "t11"."valid_to", "t10"."service_date")
            ) << 32
          ) + "t11"."row" AS "nearest",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t10"."service_date", "t11"."valid_from"),
              DATE_DIFF('DAY', "t11"."valid_to", "t10"."service_date")
            ) <= 0
            THEN 1
            ELSE CAST(NULL AS TINYINT)
          END AS "inside",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t10"."service_date", "t11"."valid_from"),
              DATE_DIFF('DAY', "t11"."valid_to", "t10"."service_date")
            ) <= 0
            THEN "t11"."rate"
            ELSE CAST(NULL AS DECIMAL(15, 6))
          END AS "value.rate"
        FROM "subjects" AS "t10"
        INNER JOIN "agreements" AS "t11"
          ON "t11"."supplier" = "t10"."supplier" AND "t11"."code" = "t10"."code"
      ) AS "t25"
      GROUP BY
        1
    ) AS "t50"
      ON "t10"."subject" = "t50"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t26"."subject",
        MIN("t26"."nearest") AS "nearest",
        CAST(COUNT("t26"."inside") AS INT) AS "matches"
      FROM (
        SELECT
          "t10"."subject",
          (
            GREATEST(
              0,
              DATE_DIFF('DAY', "t10"."service_date", "t12"."valid_from"),
              DATE_DIFF('DAY', "t12"."valid_to", "t10"."service_date")
            ) << 32
          ) + "t12"."row" AS "nearest",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t10"."service_date", "t12"."valid_from"),
              DATE_DIFF('DAY', "t12"."valid_to", "t10"."service_date")
            ) <= 0
            THEN 1
            ELSE CAST(NULL AS TINYINT)
          END AS "inside"
        FROM "subjects" AS "t10"
        INNER JOIN "conditional_rates" AS "t12"
          ON "t12"."supplier" = "t10"."supplier" AND "t12"."code" = "t10"."code"
      ) AS "t26"
      GROUP BY
        1
    ) AS "t44"
      ON "t10"."subject" = "t44"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t27"."subject",
        MIN("t27"."nearest") AS "nearest",
        CAST(COUNT("t27"."inside") AS INT) AS "matches",
        CASE
          WHEN MIN("t27"."value.rate") = MAX("t27"."value.rate")
          THEN MIN("t27"."value.rate")
          ELSE CAST(NULL AS DECIMAL(15, 6))
        END AS "value.rate"
      FROM (
        SELECT
          "t10"."subject",
          (
            GREATEST(
              0,
              DATE_DIFF('DAY', "t10"."service_date", "t13"."valid_from"),
              DATE_DIFF('DAY', "t13"."valid_to", "t10"."service_date")
            ) << 32
          ) + "t13"."row" AS "nearest",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t10"."service_date", "t13"."valid_from"),
              DATE_DIFF('DAY', "t13"."valid_to", "t10"."service_date")
            ) <= 0
            THEN 1
            ELSE CAST(NULL AS TINYINT)
          END AS "inside",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t10"."service_date", "t13"."valid_from"),
              DATE_DIFF('DAY', "t13"."valid_to", "t10"."service_date")
            ) <= 0
            THEN "t13"."rate"
            ELSE CAST(NULL AS DECIMAL(15, 6))
          END AS "value.rate"
        FROM "subjects" AS "t10"
        INNER JOIN "conditional_rates" AS "t13"
          ON "t13"."supplier" = "t10"."supplier"
          AND "t13"."code" = "t10"."code"
          AND "t13"."condition" = "t10"."condition"
      ) AS "t27"
      GROUP BY
        1
    ) AS "t51"
      ON "t10"."subject" = "t51"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t28"."subject",
        MIN("t28"."nearest") AS "nearest",
        CAST(COUNT("t28"."inside") AS INT) AS "matches"
      FROM (
        SELECT
          "t10"."subject",
          (
            GREATEST(
              0,
              DATE_DIFF('DAY', "t10"."service_date", "t14"."valid_from"),
              DATE_DIFF('DAY', "t14"."valid_to", "t10"."service_date")
            ) << 32
          ) + "t14"."row" AS "nearest",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t10"."service_date", "t14"."valid_from"),
              DATE_DIFF('DAY', "t14"."valid_to", "t10"."service_date")
            ) <= 0
            THEN 1
            ELSE CAST(NULL AS TINYINT)
          END AS "inside"
        FROM "subjects" AS "t10"
        INNER JOIN "courses" AS "t14"
          ON "t14"."sender" = "t10"."sender"
          AND "t14"."person" = "t10"."person"
          AND "t14"."code" = "t10"."code"
          AND "t14"."position" < "t10"."position"
          AND "t14"."how" = 'course'
      ) AS "t28"
      GROUP BY
        1
    ) AS "t46"
      ON "t10"."subject" = "t46"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t29"."subject",
        MIN("t29"."nearest") AS "nearest",
        CAST(COUNT("t29"."inside") AS INT) AS "matches"
      FROM (
        SELECT
          "t10"."subject",
          (
            GREATEST(
              0,
              DATE_DIFF('DAY', "t10"."service_date", "t15"."valid_from"),
              DATE_DIFF('DAY', "t15"."valid_to", "t10"."service_date")
            ) << 32
          ) + "t15"."row" AS "nearest",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t10"."service_date", "t15"."valid_from"),
              DATE_DIFF('DAY', "t15"."valid_to", "t10"."service_date")
            ) <= 0
            THEN 1
            ELSE CAST(NULL AS TINYINT)
          END AS "inside"
        FROM "subjects" AS "t10"
        INNER JOIN "courses" AS "t15"
          ON "t15"."sender" = "t10"."sender"
          AND "t15"."person" = "t10"."person"
          AND "t15"."code" = "t10"."code"
          AND "t15"."position" < "t10"."position"
          AND "t15"."how" = 'part'
      ) AS "t29"
      GROUP BY
        1
    ) AS "t47"
      ON "t10"."subject" = "t47"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t30"."subject",
        MIN("t30"."nearest") AS "nearest",
        CAST(COUNT("t30"."inside") AS INT) AS "matches",
        CASE
          WHEN MIN("t30"."value.region") = MAX("t30"."value.region")
          THEN MIN("t30"."value.region")
          ELSE CAST(NULL AS TEXT)
        END AS "value.region"
      FROM (
        SELECT
          "t10"."subject",
          (
            GREATEST(
              0,
              DATE_DIFF('DAY', "t10"."service_date", "t16"."valid_from"),
              DATE_DIFF('DAY', "t16"."valid_to", "t10"."service_date")
            ) << 32
          ) + "t16"."row" AS "nearest",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t10"."service_date", "t16"."valid_from"),
              DATE_DIFF('DAY', "t16"."valid_to", "t10"."service_date")
            ) <= 0
            THEN 1
            ELSE CAST(NULL AS TINYINT)
          END AS "inside",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t10"."service_date", "t16"."valid_from"),
              DATE_DIFF('DAY', "t16"."valid_to", "t10"."service_date")
            ) <= 0
            THEN "t16"."region"
            ELSE CAST(NULL AS TEXT)
          END AS "value.region"
        FROM "subjects" AS "t10"
        INNER JOIN "population" AS "t16"
          ON "t16"."cpr" = "t10"."cpr"
      ) AS "t30"
      GROUP BY
        1
    ) AS "t52"
      ON "t10"."subject" = "t52"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t32"."subject",
        MIN("t32"."nearest") AS "nearest",
        CAST(COUNT("t32"."inside") AS INT) AS "matches",
        CASE
          WHEN COUNT("t32"."inside") = COUNT("t32"."value.free_choice")
          THEN MAX("t32"."value.free_choice")
          ELSE CAST(NULL AS BIGINT)
        END AS "max_free_choice",
        CASE
          WHEN COUNT("t32"."inside") = COUNT("t32"."value.may_refer")
          THEN MAX("t32"."value.may_refer")
          ELSE CAST(NULL AS BIGINT)
        END AS "max_may_refer"
      FROM (
        SELECT
          "t10"."subject",
          (
            GREATEST(
              0,
              DATE_DIFF('DAY', "t10"."service_date", "t17"."valid_from"),
              DATE_DIFF('DAY', "t17"."valid_to", "t10"."service_date")
            ) << 32
          ) + "t17"."row" AS "nearest",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t10"."service_date", "t17"."valid_from"),
              DATE_DIFF('DAY', "t17"."valid_to", "t10"."service_date")
            ) <= 0
            THEN 1
            ELSE CAST(NULL AS TINYINT)
          END AS "inside",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t10"."service_date", "t17"."valid_from"),
              DATE_DIFF('DAY', "t17"."valid_to", "t10"."service_date")
            ) <= 0
            THEN "t17"."free_choice"
            ELSE CAST(NULL AS BIGINT)
          END AS "value.free_choice",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t10"."service_date", "t17"."valid_from"),
              DATE_DIFF('DAY', "t17"."valid_to", "t10"."service_date")
            ) <= 0
            THEN "t17"."may_refer"
            ELSE CAST(NULL AS BIGINT)
          END AS "value.may_refer",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t10"."service_date", "t17"."valid_from"),
              DATE_DIFF('DAY', "t17"."valid_to", "t10"."service_date")
            ) <= 0
            THEN (
              COALESCE(DATE_DIFF('DAY', MAKE_DATE(1, 1, 1), "t17"."valid_from"), 0) << 32
            ) + "t17"."row"
            ELSE CAST(NULL AS BIGINT)
          END AS "order"
        FROM "subjects" AS "t10"
        INNER JOIN "referrals" AS "t17"
          ON "t17"."cpr" = "t10"."cpr" AND "t17"."code" = "t10"."code"
      ) AS "t32"
      GROUP BY
        1
    ) AS "t56"
      ON "t10"."subject" = "t56"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t33"."subject",
        MIN("t33"."nearest") AS "nearest",
        CAST(COUNT("t33"."inside") AS INT) AS "matches",
        CASE
          WHEN COUNT("t33"."inside") = COUNT("t33"."value.free_choice")
          THEN MAX("t33"."value.free_choice")
          ELSE CAST(NULL AS BIGINT)
        END AS "max_free_choice",
        CASE
          WHEN COUNT("t33"."inside") = COUNT("t33"."value.may_refer")
          THEN MAX("t33"."value.may_refer")
          ELSE CAST(NULL AS BIGINT)
        END AS "max_may_refer"
      FROM (
        SELECT
          "t10"."subject",
          (
            GREATEST(
              0,
              DATE_DIFF('DAY', "t10"."service_date", "t18"."valid_from"),
              DATE_DIFF('DAY', "t18"."valid_to", "t10"."service_date")
            ) << 32
          ) + "t18"."row" AS "nearest",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t10"."service_date", "t18"."valid_from"),
              DATE_DIFF('DAY', "t18"."valid_to", "t10"."service_date")
            ) <= 0
            THEN 1
            ELSE CAST(NULL AS TINYINT)
          END AS "inside",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t10"."service_date", "t18"."valid_from"),
              DATE_DIFF('DAY', "t18"."valid_to", "t10"."service_date")
            ) <= 0
            THEN "t18"."free_choice"
            ELSE CAST(NULL AS BIGINT)
          END AS "value.free_choice",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t10"."service_date", "t18"."valid_from"),
              DATE_DIFF('DAY', "t18"."valid_to", "t10"."service_date")
            ) <= 0
            THEN "t18"."may_refer"
            ELSE CAST(NULL AS BIGINT)
          END AS "value.may_refer",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t10"."service_date", "t18"."valid_from"),
              DATE_DIFF('DAY', "t18"."valid_to", "t10"."service_date")
            ) <= 0
            THEN (
              COALESCE(DATE_DIFF('DAY', MAKE_DATE(1, 1, 1), "t18"."valid_from"), 0) << 32
            ) + "t18"."row"
            ELSE CAST(NULL AS BIGINT)
          END AS "order"
        FROM "subjects" AS "t10"
        INNER JOIN "referrals" AS "t18"
          ON "t18"."cpr" = "t10"."cpr" AND "t18"."code" = "t10"."code_group"
      ) AS "t33"
      GROUP BY
        1
    ) AS "t57"
      ON "t10"."subject" = "t57"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t31"."subject",
        MIN("t31"."nearest") AS "nearest",
        CAST(COUNT("t31"."inside") AS INT) AS "matches"
      FROM (
        SELECT
          "t10"."subject",
          (
            GREATEST(
              0,
              DATE_DIFF('DAY', "t10"."service_date", "t19"."performed_on"),
              DATE_DIFF('DAY', "t19"."performed_on", "t10"."service_date")
            ) << 32
          ) + "t19"."row" AS "nearest",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t10"."service_date", "t19"."performed_on"),
              DATE_DIFF('DAY', "t19"."performed_on", "t10"."service_date")
            ) <= "t10"."parameter.activity_days"
            THEN 1
            ELSE CAST(NULL AS TINYINT)
          END AS "inside"
        FROM "subjects" AS "t10"
        INNER JOIN "activity" AS "t19"
          ON "t19"."cpr" = "t10"."cpr"
          AND "t19"."supplier" = "t10"."supplier"
          AND "t19"."code" = "t10"."code"
      ) AS "t31"
      GROUP BY
        1
    ) AS "t49"
      ON "t10"."subject" = "t49"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t23"."subject",
        MIN("t23"."nearest") AS "nearest",
        CAST(COUNT("t23"."inside") AS INT) AS "matches"
      FROM (
        SELECT
          "t10"."subject",
          (
            0 << 32
          ) + "t20"."row" AS "nearest",
          CASE WHEN 0 <= 0 THEN 1 ELSE CAST(NULL AS TINYINT) END AS "inside"
        FROM "subjects" AS "t10"
        INNER JOIN "line" AS "t20"
          ON "t20"."sender" = "t10"."sender"
          AND "t20"."person" = "t10"."person"
          AND "t20"."code" = "t10"."code"
          AND "t20"."service_date" = "t10"."service_date"
          AND "t20"."position" < "t10"."position"
      ) AS "t23"
      GROUP BY
        1
    ) AS "t37"
      ON "t10"."subject" = "t37"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t24"."subject",
        MIN("t24"."nearest") AS "nearest",
        CAST(COUNT("t24"."inside") AS INT) AS "matches"
      FROM (
        SELECT
          "t10"."subject",
          (
            0 << 32
          ) + "t21"."row" AS "nearest",
          CASE WHEN 0 <= 0 THEN 1 ELSE CAST(NULL AS TINYINT) END AS "inside"
        FROM "subjects" AS "t10"
        INNER JOIN "history_lines" AS "t21"
          ON "t21"."sender" = "t10"."sender"
          AND "t21"."person" = "t10"."person"
          AND "t21"."code" = "t10"."code"
          AND "t21"."service_date" = "t10"."service_date"
          AND "t21"."reference" <> "t10"."reference"
          AND "t21"."position" < "t10"."position"
      ) AS "t24"
      GROUP BY
        1
    ) AS "t38"
      ON "t10"."subject" = "t38"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t34"."subject",
        MIN("t34"."nearest") AS "nearest",
        CAST(COUNT("t34"."inside") AS INT) AS "matches",
        CASE
          WHEN MIN("t34"."value.status") = MAX("t34"."value.status")
          THEN MIN("t34"."value.status")
          ELSE CAST(NULL AS TEXT)
        END AS "value.status",
        CASE
          WHEN COUNT("t34"."inside") = COUNT("t34"."value.valid_from")
          THEN MIN("t34"."value.valid_from")
          ELSE CAST(NULL AS DATE)
        END AS "min_valid_from"
      FROM (
        SELECT
          "t10"."subject",
          (
            GREATEST(
              0,
              DATE_DIFF('DAY', "t10"."service_date", "t22"."valid_from"),
              DATE_DIFF('DAY', "t22"."valid_to", "t10"."service_date")
            ) << 32
          ) + "t22"."row" AS "nearest",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t10"."service_date", "t22"."valid_from"),
              DATE_DIFF('DAY', "t22"."valid_to", "t10"."service_date")
            ) <= 0
            THEN 1
            ELSE CAST(NULL AS TINYINT)
          END AS "inside",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t10"."service_date", "t22"."valid_from"),
              DATE_DIFF('DAY', "t22"."valid_to", "t10"."service_date")
            ) <= 0
            THEN "t22"."status"
            ELSE CAST(NULL AS TEXT)
          END AS "value.status",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t10"."service_date", "t22"."valid_from"),
              DATE_DIFF('DAY', "t22"."valid_to", "t10"."service_date")
            ) <= 0
            THEN "t22"."valid_from"
            ELSE CAST(NULL AS DATE)
          END AS "value.valid_from",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t10"."service_date", "t22"."valid_from"),
              DATE_DIFF('DAY', "t22"."valid_to", "t10"."service_date")
            ) <= 0
            THEN (
              COALESCE(DATE_DIFF('DAY', MAKE_DATE(1, 1, 1), "t22"."valid_from"), 0) << 32
            ) + "t22"."row"
            ELSE CAST(NULL AS BIGINT)
          END AS "order"
        FROM "subjects" AS "t10"
        INNER JOIN "person_status" AS "t22"
          ON "t22"."cpr" = "t10"."cpr"
      ) AS "t34"
      GROUP BY
        1
    ) AS "t58"
      ON "t10"."subject" = "t58"."subject"
  ) AS "t59"
) AS "t60"
