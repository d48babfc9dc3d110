-- e33aa25f64121275e9e625007261384f3af43d823cd99792eaafc4d9ff422f18
SELECT
  "t61"."subject",
  "t61"."any_request.row",
  "t61"."any_request.matches",
  "t61"."request.row",
  "t61"."request.matches",
  "t61"."open_request.row",
  "t61"."open_request.matches",
  "t61"."request_of_another_case.row",
  "t61"."request_of_another_case.matches",
  "t61"."request_to_supplier.row",
  "t61"."request_to_supplier.matches",
  "t61"."request_to_provider.row",
  "t61"."request_to_provider.matches",
  "t61"."fee_on_date.row",
  "t61"."fee_on_date.matches",
  "t61"."invoiced_in_batch.row",
  "t61"."invoiced_in_batch.matches",
  "t61"."invoiced_before.row",
  "t61"."invoiced_before.matches",
  "t61"."registered_payment.row",
  "t61"."registered_payment.matches",
  "t61"."line_earlier_in_batch.row",
  "t61"."line_earlier_in_batch.matches",
  "t61"."line_before.row",
  "t61"."line_before.matches",
  "t61"."status_on_service_date.row",
  "t61"."status_on_service_date.matches",
  "t61"."request.requested_from",
  "t61"."open_request.max_interpreter",
  "t61"."open_request.max_specialist",
  "t61"."open_request.min_cancelled_on",
  "t61"."fee_on_date.known",
  "t61"."fee_on_date.fee",
  "t61"."fee_on_date.vat_percent",
  "t61"."status_on_service_date.status",
  "t61"."status_on_service_date.min_valid_from",
  CASE
    WHEN "t61"."one-person.0" IS NULL
    THEN -1
    WHEN "t61"."one-person.0"
    THEN 0
    WHEN "t61"."one-person.1" IS NULL
    THEN -1
    WHEN "t61"."one-person.1"
    THEN 1
    ELSE 2
  END AS "one-person",
  CASE
    WHEN "t61"."service.0" IS NULL
    THEN -1
    WHEN "t61"."service.0"
    THEN 0
    WHEN "t61"."service.1"
    THEN 1
    WHEN "t61"."service.2"
    THEN 2
    ELSE 3
  END AS "service",
  CASE
    WHEN "t61"."service-dates.0" IS NULL
    THEN -1
    WHEN "t61"."service-dates.0"
    THEN 0
    WHEN "t61"."service-dates.1" IS NULL
    THEN -1
    WHEN "t61"."service-dates.1"
    THEN 1
    ELSE 2
  END AS "service-dates",
  CASE
    WHEN "t61"."person-status.0" IS NULL
    THEN -1
    WHEN "t61"."person-status.0"
    THEN 0
    WHEN "t61"."person-status.1"
    THEN 1
    WHEN "t61"."person-status.2" IS NULL
    THEN -1
    WHEN "t61"."person-status.2"
    THEN 2
    WHEN "t61"."person-status.3" IS NULL
    THEN -1
    WHEN "t61"."person-status.3"
    THEN 3
    WHEN "t61"."person-status.4" IS NULL
    THEN -1
    WHEN "t61"."person-status.4"
    THEN 4
    ELSE 5
  END AS "person-status",
  CASE
    WHEN "t61"."line-arithmetic.0" IS NULL
    THEN -1
    WHEN "t61"."line-arithmetic.0"
    THEN 0
    WHEN "t61"."line-arithmetic.1" IS NULL
    THEN -1
    WHEN "t61"."line-arithmetic.1"
    THEN 1
    ELSE 2
  END AS "line-arithmetic",
  CASE
    WHEN "t61"."line-duplicate.0" IS NULL
    THEN -1
    WHEN "t61"."line-duplicate.0"
    THEN 0
    WHEN "t61"."line-duplicate.1" IS NULL
    THEN -1
    WHEN "t61"."line-duplicate.1"
    THEN 1
    ELSE 2
  END AS "line-duplicate",
  CASE
    WHEN "t61"."request.0" IS NULL
    THEN -1
    WHEN "t61"."request.0"
    THEN 0
    WHEN "t61"."request.1" IS NULL
    THEN -1
    WHEN "t61"."request.1"
    THEN 1
    WHEN "t61"."request.2" IS NULL
    THEN -1
    WHEN "t61"."request.2"
    THEN 2
    WHEN "t61"."request.3" IS NULL
    THEN -1
    WHEN "t61"."request.3"
    THEN 3
    WHEN "t61"."request.4" IS NULL
    THEN -1
    WHEN "t61"."request.4"
    THEN 4
    WHEN "t61"."request.5" IS NULL
    THEN -1
    WHEN "t61"."request.5"
    THEN 5
    ELSE 6
  END AS "request",
  CASE
    WHEN "t61"."doctor.0" IS NULL
    THEN -1
    WHEN "t61"."doctor.0"
    THEN 0
    WHEN "t61"."doctor.1" IS NULL
    THEN -1
    WHEN "t61"."doctor.1"
    THEN 1
    WHEN "t61"."doctor.2" IS NULL
    THEN -1
    WHEN "t61"."doctor.2"
    THEN 2
    WHEN "t61"."doctor.3" IS NULL
    THEN -1
    WHEN "t61"."doctor.3"
    THEN 3
    WHEN "t61"."doctor.4"
    THEN 4
    ELSE 5
  END AS "doctor",
  CASE
    WHEN "t61"."cancelled.0" IS NULL
    THEN -1
    WHEN "t61"."cancelled.0"
    THEN 0
    WHEN "t61"."cancelled.1" IS NULL
    THEN -1
    WHEN "t61"."cancelled.1"
    THEN 1
    WHEN "t61"."cancelled.2"
    THEN 2
    ELSE 3
  END AS "cancelled",
  CASE
    WHEN "t61"."variant.0"
    THEN 0
    WHEN "t61"."variant.1" IS NULL
    THEN -1
    WHEN "t61"."variant.1"
    THEN 1
    WHEN "t61"."variant.2" IS NULL
    THEN -1
    WHEN "t61"."variant.2"
    THEN 2
    WHEN "t61"."variant.3" IS NULL
    THEN -1
    WHEN "t61"."variant.3"
    THEN 3
    WHEN "t61"."variant.4" IS NULL
    THEN -1
    WHEN "t61"."variant.4"
    THEN 4
    WHEN "t61"."variant.5" IS NULL
    THEN -1
    WHEN "t61"."variant.5"
    THEN 5
    WHEN "t61"."variant.6" IS NULL
    THEN -1
    WHEN "t61"."variant.6"
    THEN 6
    WHEN "t61"."variant.7" IS NULL
    THEN -1
    WHEN "t61"."variant.7"
    THEN 7
    ELSE 8
  END AS "variant",
  CASE
    WHEN "t61"."fee.0" IS NULL
    THEN -1
    WHEN "t61"."fee.0"
    THEN 0
    WHEN "t61"."fee.1" IS NULL
    THEN -1
    WHEN "t61"."fee.1"
    THEN 1
    WHEN "t61"."fee.2" IS NULL
    THEN -1
    WHEN "t61"."fee.2"
    THEN 2
    WHEN "t61"."fee.3"
    THEN 3
    WHEN "t61"."fee.4" IS NULL
    THEN -1
    WHEN "t61"."fee.4"
    THEN 4
    ELSE 5
  END AS "fee",
  CASE
    WHEN "t61"."vat.0" IS NULL
    THEN -1
    WHEN "t61"."vat.0"
    THEN 0
    WHEN "t61"."vat.1"
    THEN 1
    WHEN "t61"."vat.2"
    THEN 2
    WHEN "t61"."vat.3" IS NULL
    THEN -1
    WHEN "t61"."vat.3"
    THEN 3
    ELSE 4
  END AS "vat",
  CASE
    WHEN "t61"."one-payment.0" IS NULL
    THEN -1
    WHEN "t61"."one-payment.0"
    THEN 0
    WHEN "t61"."one-payment.1" IS NULL
    THEN -1
    WHEN "t61"."one-payment.1"
    THEN 1
    WHEN "t61"."one-payment.2" IS NULL
    THEN -1
    WHEN "t61"."one-payment.2"
    THEN 2
    WHEN "t61"."one-payment.3" IS NULL
    THEN -1
    WHEN "t61"."one-payment.3"
    THEN 3
    WHEN "t61"."one-payment.4" IS NULL
    THEN -1
    WHEN "t61"."one-payment.4"
    THEN 4
    ELSE 5
  END AS "one-payment"
FROM (
  SELECT
    "t60"."subject",
    "t60"."any_request.row",
    "t60"."any_request.matches",
    "t60"."request.row",
    "t60"."request.matches",
    "t60"."open_request.row",
    "t60"."open_request.matches",
    "t60"."request_of_another_case.row",
    "t60"."request_of_another_case.matches",
    "t60"."request_to_supplier.row",
    "t60"."request_to_supplier.matches",
    "t60"."request_to_provider.row",
    "t60"."request_to_provider.matches",
    "t60"."fee_on_date.row",
    "t60"."fee_on_date.matches",
    "t60"."invoiced_in_batch.row",
    "t60"."invoiced_in_batch.matches",
    "t60"."invoiced_before.row",
    "t60"."invoiced_before.matches",
    "t60"."registered_payment.row",
    "t60"."registered_payment.matches",
    "t60"."line_earlier_in_batch.row",
    "t60"."line_earlier_in_batch.matches",
    "t60"."line_before.row",
    "t60"."line_before.matches",
    "t60"."status_on_service_date.row",
    "t60"."status_on_service_date.matches",
    "t60"."request.requested_from",
    "t60"."open_request.max_interpreter",
    "t60"."open_request.max_specialist",
    "t60"."open_request.min_cancelled_on",
    "t60"."fee_on_date.known",
    "t60"."fee_on_date.fee",
    "t60"."fee_on_date.vat_percent",
    "t60"."status_on_service_date.status",
    "t60"."status_on_service_date.min_valid_from",
    "t60"."cpr_count" = 0 AS "one-person.0",
    "t60"."cpr_count" > 1 AS "one-person.1",
    "t60"."code_count" > 1 AS "service.0",
    "t60"."code" IS NULL AS "service.1",
    "t60"."service_date" IS NULL AS "service.2",
    "t60"."service_date" > "t60"."issue_date" AS "service-dates.0",
    DATE_DIFF('DAY', "t60"."service_date", "t60"."issue_date") > "t60"."parameter.service_age_days" AS "service-dates.1",
    "t60"."status_on_service_date.matches" = 0 AS "person-status.0",
    "t60"."status_on_service_date.status" IS NULL AS "person-status.1",
    (
      "t60"."status_on_service_date.status" = 'dead'
    )
    AND (
      "t60"."status_on_service_date.min_valid_from" = "t60"."service_date"
    ) AS "person-status.2",
    "t60"."status_on_service_date.status" = 'dead' AS "person-status.3",
    "t60"."status_on_service_date.status" = 'emigrated' AS "person-status.4",
    "t60"."quantity" <= 0 AS "line-arithmetic.0",
    CASE
      WHEN "t60"."base" = 0
      THEN CAST(NULL AS BOOLEAN)
      ELSE (
        ABS(
          (
            "t60"."quantity" * "t60"."price"
          ) - (
            (
              "t60"."amount" - "t60"."adjustment"
            ) * "t60"."base"
          )
        ) < (
          ABS("t60"."base") * CAST(0.005 AS DECIMAL(18, 3))
        )
      )
      OR (
        (
          ABS(
            (
              "t60"."quantity" * "t60"."price"
            ) - (
              (
                "t60"."amount" - "t60"."adjustment"
              ) * "t60"."base"
            )
          ) = (
            ABS("t60"."base") * CAST(0.005 AS DECIMAL(18, 3))
          )
        )
        AND (
          ABS((
            "t60"."amount" - "t60"."adjustment"
          ) * "t60"."base") > ABS("t60"."quantity" * "t60"."price")
        )
      )
    END AS "line-arithmetic.1",
    "t60"."line_before.matches" > 0 AS "line-duplicate.0",
    "t60"."line_earlier_in_batch.matches" > 0 AS "line-duplicate.1",
    "t60"."case_count" > 1 AS "request.0",
    (
      "t60"."case_count" = 0
    )
    AND (
      "t60"."request_of_another_case.matches" > 0
    ) AS "request.1",
    "t60"."case_count" = 0 AS "request.2",
    "t60"."request.matches" > 0 AS "request.3",
    "t60"."any_request.matches" > 0 AS "request.4",
    "t60"."request_of_another_case.matches" > 0 AS "request.5",
    "t60"."request.matches" = 0 AS "doctor.0",
    (
      "t60"."supplier" IS NOT NULL
    )
    AND (
      "t60"."request_to_supplier.matches" > 0
    ) AS "doctor.1",
    (
      "t60"."provider" IS NOT NULL
    )
    AND (
      "t60"."request_to_provider.matches" > 0
    ) AS "doctor.2",
    (
      "t60"."provider" IS NULL
    )
    AND (
      LENGTH("t60"."request.requested_from") = 6
    ) AS "doctor.3",
    "t60"."request.requested_from" IS NULL AS "doctor.4",
    "t60"."request.matches" = 0 AS "cancelled.0",
    "t60"."open_request.matches" = 0 AS "cancelled.1",
    "t60"."open_request.min_cancelled_on" IS NOT NULL AS "cancelled.2",
    "t60"."variant" IS NULL AS "variant.0",
    "t60"."variant" = 'ordinary' AS "variant.1",
    "t60"."request.matches" = 0 AS "variant.2",
    (
      "t60"."variant" = 'interpreter'
    )
    AND (
      "t60"."open_request.max_interpreter" = 1
    ) AS "variant.3",
    (
      "t60"."variant" = 'specialist'
    )
    AND (
      "t60"."open_request.max_specialist" IS NULL
    ) AS "variant.4",
    (
      "t60"."variant" = 'specialist'
    )
    AND (
      "t60"."open_request.max_specialist" = 1
    ) AS "variant.5",
    "t60"."variant" = 'specialist' AS "variant.6",
    "t60"."open_request.max_interpreter" = 0 AS "variant.7",
    "t60"."currency" <> 'DKK' AS "fee.0",
    "t60"."fee_on_date.known" = 0 AS "fee.1",
    "t60"."fee_on_date.matches" = 0 AS "fee.2",
    "t60"."fee_on_date.fee" IS NULL AS "fee.3",
    "t60"."price" = (
      "t60"."fee_on_date.fee" * "t60"."base"
    ) AS "fee.4",
    "t60"."fee_on_date.matches" = 0 AS "vat.0",
    "t60"."fee_on_date.vat_percent" IS NULL AS "vat.1",
    "t60"."tax_percent" IS NULL AS "vat.2",
    "t60"."tax_percent" = "t60"."fee_on_date.vat_percent" AS "vat.3",
    "t60"."request.matches" = 0 AS "one-payment.0",
    "t60"."quantity" > "t60"."request.matches" AS "one-payment.1",
    (
      "t60"."registered_payment.matches" + "t60"."invoiced_before.matches" + "t60"."invoiced_in_batch.matches" + "t60"."quantity"
    ) <= "t60"."request.matches" AS "one-payment.2",
    "t60"."registered_payment.matches" > 0 AS "one-payment.3",
    "t60"."invoiced_before.matches" > 0 AS "one-payment.4"
  FROM (
    SELECT
      "t7"."case_number",
      "t7"."case_count",
      "t7"."provider",
      "t7"."variant",
      "t7"."tax_percent",
      "t7"."supplier",
      "t7"."sender",
      "t7"."reference",
      "t7"."position",
      "t7"."currency",
      "t7"."cpr",
      "t7"."cpr_count",
      "t7"."person",
      "t7"."replacement",
      "t7"."code",
      "t7"."code_count",
      "t7"."code_known",
      "t7"."code_group",
      "t7"."condition",
      "t7"."service_date",
      "t7"."issue_date",
      "t7"."decided_on",
      "t7"."quantity",
      "t7"."price",
      "t7"."base",
      "t7"."amount",
      "t7"."adjustment",
      "t7"."parameter.buyer_gln",
      "t7"."parameter.recheck_days",
      "t7"."parameter.give_up_days",
      "t7"."parameter.format_check",
      "t7"."parameter.service_age_days",
      "t7"."parameter.amount_window_days",
      "t7"."parameter.account_country",
      "t7"."parameter.approval_ceiling",
      "t7"."parameter.ceiling_band",
      "t7"."parameter.split_days",
      "t7"."parameter.split_count",
      "t7"."parameter.amount_ceiling",
      "t7"."parameter.sample_per_thousand",
      "t7"."parameter.sample_seed",
      "t7"."subject",
      "t43"."nearest" & 4294967295 AS "any_request.row",
      CASE
        WHEN (
          "t7"."case_number" IS NOT NULL
        )
        AND (
          "t7"."cpr" IS NOT NULL
        )
        AND (
          "t7"."code" IS NOT NULL
        )
        THEN COALESCE("t43"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "any_request.matches",
      CASE
        WHEN (
          "t7"."case_number" IS NOT NULL
        )
        AND (
          "t7"."cpr" IS NOT NULL
        )
        AND (
          "t7"."code" IS NOT NULL
        )
        THEN CAST("t43"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "any_request.known",
      "t43"."nearest" >> 32 AS "any_request.distance",
      "t53"."nearest" & 4294967295 AS "request.row",
      CASE
        WHEN (
          "t7"."case_number" IS NOT NULL
        )
        AND (
          "t7"."cpr" IS NOT NULL
        )
        AND (
          "t7"."code" IS NOT NULL
        )
        AND (
          "t7"."service_date" IS NOT NULL
        )
        THEN COALESCE("t53"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "request.matches",
      CASE
        WHEN (
          "t7"."case_number" IS NOT NULL
        )
        AND (
          "t7"."cpr" IS NOT NULL
        )
        AND (
          "t7"."code" IS NOT NULL
        )
        AND (
          "t7"."service_date" IS NOT NULL
        )
        THEN CAST("t53"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "request.known",
      "t53"."nearest" >> 32 AS "request.distance",
      "t53"."value.requested_from" AS "request.requested_from",
      "t55"."nearest" & 4294967295 AS "open_request.row",
      CASE
        WHEN (
          "t7"."case_number" IS NOT NULL
        )
        AND (
          "t7"."cpr" IS NOT NULL
        )
        AND (
          "t7"."code" IS NOT NULL
        )
        AND (
          "t7"."service_date" IS NOT NULL
        )
        THEN COALESCE("t55"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "open_request.matches",
      CASE
        WHEN (
          "t7"."case_number" IS NOT NULL
        )
        AND (
          "t7"."cpr" IS NOT NULL
        )
        AND (
          "t7"."code" IS NOT NULL
        )
        AND (
          "t7"."service_date" IS NOT NULL
        )
        THEN CAST("t55"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "open_request.known",
      "t55"."nearest" >> 32 AS "open_request.distance",
      CASE
        WHEN (
          "t7"."case_number" IS NOT NULL
        )
        AND (
          "t7"."cpr" IS NOT NULL
        )
        AND (
          "t7"."code" IS NOT NULL
        )
        AND (
          "t7"."service_date" IS NOT NULL
        )
        THEN "t55"."max_interpreter"
        ELSE CAST(NULL AS BIGINT)
      END AS "open_request.max_interpreter",
      CASE
        WHEN (
          "t7"."case_number" IS NOT NULL
        )
        AND (
          "t7"."cpr" IS NOT NULL
        )
        AND (
          "t7"."code" IS NOT NULL
        )
        AND (
          "t7"."service_date" IS NOT NULL
        )
        THEN "t55"."max_specialist"
        ELSE CAST(NULL AS BIGINT)
      END AS "open_request.max_specialist",
      CASE
        WHEN (
          "t7"."case_number" IS NOT NULL
        )
        AND (
          "t7"."cpr" IS NOT NULL
        )
        AND (
          "t7"."code" IS NOT NULL
        )
        AND (
          "t7"."service_date" IS NOT NULL
        )
        THEN "t55"."min_cancelled_on"
        ELSE CAST(NULL AS DATE)
      END AS "open_request.min_cancelled_on",
      "t45"."nearest" & 4294967295 AS "request_of_another_case.row",
      CASE
        WHEN (
          "t7"."cpr" IS NOT NULL
        )
        AND (
          "t7"."code" IS NOT NULL
        )
        AND (
          "t7"."service_date" IS NOT NULL
        )
        THEN COALESCE("t45"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "request_of_another_case.matches",
      CASE
        WHEN (
          "t7"."cpr" IS NOT NULL
        )
        AND (
          "t7"."code" IS NOT NULL
        )
        AND (
          "t7"."service_date" IS NOT NULL
        )
        THEN CAST("t45"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "request_of_another_case.known",
      "t45"."nearest" >> 32 AS "request_of_another_case.distance",
      "t46"."nearest" & 4294967295 AS "request_to_supplier.row",
      CASE
        WHEN (
          "t7"."case_number" IS NOT NULL
        )
        AND (
          "t7"."cpr" IS NOT NULL
        )
        AND (
          "t7"."code" IS NOT NULL
        )
        AND (
          "t7"."supplier" IS NOT NULL
        )
        AND (
          "t7"."service_date" IS NOT NULL
        )
        THEN COALESCE("t46"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "request_to_supplier.matches",
      CASE
        WHEN (
          "t7"."case_number" IS NOT NULL
        )
        AND (
          "t7"."cpr" IS NOT NULL
        )
        AND (
          "t7"."code" IS NOT NULL
        )
        AND (
          "t7"."supplier" IS NOT NULL
        )
        AND (
          "t7"."service_date" IS NOT NULL
        )
        THEN CAST("t46"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "request_to_supplier.known",
      "t46"."nearest" >> 32 AS "request_to_supplier.distance",
      "t47"."nearest" & 4294967295 AS "request_to_provider.row",
      CASE
        WHEN (
          "t7"."case_number" IS NOT NULL
        )
        AND (
          "t7"."cpr" IS NOT NULL
        )
        AND (
          "t7"."code" IS NOT NULL
        )
        AND (
          "t7"."provider" IS NOT NULL
        )
        AND (
          "t7"."service_date" IS NOT NULL
        )
        THEN COALESCE("t47"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "request_to_provider.matches",
      CASE
        WHEN (
          "t7"."case_number" IS NOT NULL
        )
        AND (
          "t7"."cpr" IS NOT NULL
        )
        AND (
          "t7"."code" IS NOT NULL
        )
        AND (
          "t7"."provider" IS NOT NULL
        )
        AND (
          "t7"."service_date" IS NOT NULL
        )
        THEN CAST("t47"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "request_to_provider.known",
      "t47"."nearest" >> 32 AS "request_to_provider.distance",
      "t57"."nearest" & 4294967295 AS "fee_on_date.row",
      CASE
        WHEN (
          "t7"."code" IS NOT NULL
        )
        AND (
          "t7"."variant" IS NOT NULL
        )
        AND (
          "t7"."service_date" IS NOT NULL
        )
        THEN COALESCE("t57"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "fee_on_date.matches",
      CASE
        WHEN (
          "t7"."code" IS NOT NULL
        ) AND (
          "t7"."variant" IS NOT NULL
        )
        THEN CAST("t57"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "fee_on_date.known",
      "t57"."nearest" >> 32 AS "fee_on_date.distance",
      "t57"."value.fee" AS "fee_on_date.fee",
      "t57"."value.vat_percent" AS "fee_on_date.vat_percent",
      "t48"."nearest" & 4294967295 AS "invoiced_in_batch.row",
      CASE
        WHEN (
          "t7"."case_number" IS NOT NULL
        )
        AND (
          "t7"."person" IS NOT NULL
        )
        AND (
          "t7"."code" IS NOT NULL
        )
        THEN COALESCE("t48"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "invoiced_in_batch.matches",
      CASE
        WHEN (
          "t7"."case_number" IS NOT NULL
        )
        AND (
          "t7"."person" IS NOT NULL
        )
        AND (
          "t7"."code" IS NOT NULL
        )
        THEN CAST("t48"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "invoiced_in_batch.known",
      "t48"."nearest" >> 32 AS "invoiced_in_batch.distance",
      "t50"."nearest" & 4294967295 AS "invoiced_before.row",
      CASE
        WHEN (
          "t7"."case_number" IS NOT NULL
        )
        AND (
          "t7"."person" IS NOT NULL
        )
        AND (
          "t7"."code" IS NOT NULL
        )
        THEN COALESCE("t50"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "invoiced_before.matches",
      CASE
        WHEN (
          "t7"."case_number" IS NOT NULL
        )
        AND (
          "t7"."person" IS NOT NULL
        )
        AND (
          "t7"."code" IS NOT NULL
        )
        THEN CAST("t50"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "invoiced_before.known",
      "t50"."nearest" >> 32 AS "invoiced_before.distance",
      "t52"."nearest" & 4294967295 AS "registered_payment.row",
      CASE
        WHEN (
          "t7"."case_number" IS NOT NULL
        )
        AND (
          "t7"."cpr" IS NOT NULL
        )
        AND (
          "t7"."code" IS NOT NULL
        )
        THEN COALESCE("t52"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "registered_payment.matches",
      CASE
        WHEN (
          "t7"."case_number" IS NOT NULL
        )
        AND (
          "t7"."cpr" IS NOT NULL
        )
        AND (
          "t7"."code" IS NOT NULL
        )
        THEN CAST("t52"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "registered_payment.known",
      "t52"."nearest" >> 32 AS "registered_payment.distance",
      "t49"."nearest" & 4294967295 AS "line_earlier_in_batch.row",
      CASE
        WHEN (
          "t7"."sender" IS NOT NULL
        )
        AND (
          "t7"."person" IS NOT NULL
        )
        AND (
          "t7"."code" IS NOT NULL
        )
        AND (
          "t7"."service_date" IS NOT NULL
        )
        THEN COALESCE("t49"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "line_earlier_in_batch.matches",
      CASE
        WHEN (
          "t7"."sender" IS NOT NULL
        )
        AND (
          "t7"."person" IS NOT NULL
        )
        AND (
          "t7"."code" IS NOT NULL
        )
        AND (
          "t7"."service_date" IS NOT NULL
        )
        THEN CAST("t49"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "line_earlier_in_batch.known",
      "t49"."nearest" >> 32 AS "line_earlier_in_batch.distance",
      "t51"."nearest" & 4294967295 AS "line_before.row",
      CASE
        WHEN (
          "t7"."sender" IS NOT NULL
        )
        AND (
          "t7"."person" IS NOT NULL
        )
        AND (
          "t7"."code" IS NOT NULL
        )
        AND (
          "t7"."service_date" IS NOT NULL
        )
        THEN COALESCE("t51"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "line_before.matches",
      CASE
        WHEN (
          "t7"."sender" IS NOT NULL
        )
        AND (
          "t7"."person" IS NOT NULL
        )
        AND (
          "t7"."code" IS NOT NULL
        )
        AND (
          "t7"."service_date" IS NOT NULL
        )
        THEN CAST("t51"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "line_before.known",
      "t51"."nearest" >> 32 AS "line_before.distance",
      "t59"."nearest" & 4294967295 AS "status_on_service_date.row",
      CASE
        WHEN (
          "t7"."cpr" IS NOT NULL
        ) AND (
          "t7"."service_date" IS NOT NULL
        )
        THEN COALESCE("t59"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "status_on_service_date.matches",
      CASE
        WHEN "t7"."cpr" IS NOT NULL
        THEN CAST("t59"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "status_on_service_date.known",
      "t59"."nearest" >> 32 AS "status_on_service_date.distance",
      "t59"."value.status" AS "status_on_service_date.status",
      CASE
        WHEN (
          "t7"."cpr" IS NOT NULL
        ) AND (
          "t7"."service_date" IS NOT NULL
        )
        THEN "t59"."min_valid_from"
        ELSE CAST(NULL AS DATE)
      END AS "status_on_service_date.min_valid_from"
    FROM "subjects" AS "t7"
    LEFT OUTER JOIN (
      SELECT
        "t21"."subject",
        MIN("t21"."nearest") AS "nearest",
        CAST(COUNT("t21"."inside") AS INT) AS "matches"
      FROM (
        SELECT
          "t7"."subject",
          (
            0 << 32
          ) + "t8"."row" AS "nearest",
          CASE WHEN 0 <= 0 THEN 1 ELSE CAST(NULL AS TINYINT) END AS "inside"
        FROM "subjects" AS "t7"
        INNER JOIN "requests" AS "t8"
          ON "t8"."case_number" = "t7"."case_number"
          AND "t8"."cpr" = "t7"."cpr"
          AND "t8"."certificate" = "t7"."code"
      ) AS "t21"
      GROUP BY
        1
    ) AS "t43"
      ON "t7"."subject" = "t43"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t22"."subject",
        MIN("t22"."nearest") AS "nearest",
        CAST(COUNT("t22"."inside") AS INT) AS "matches",
        CASE
          WHEN MIN("t22"."value.requested_from") = MAX("t22"."value.requested_from")
          THEN MIN("t22"."value.requested_from")
          ELSE CAST(NULL AS TEXT)
        END AS "value.requested_from"
      FROM (
        SELECT
          "t7"."subject",
          (
            0 << 32
          ) + "t9"."row" AS "nearest",
          CASE WHEN 0 <= 0 THEN 1 ELSE CAST(NULL AS TINYINT) END AS "inside",
          CASE WHEN 0 <= 0 THEN "t9"."requested_from" ELSE CAST(NULL AS TEXT) END AS "value.requested_from"
        FROM "subjects" AS "t7"
        INNER JOIN "requests" AS "t9"
          ON "t9"."case_number" = "t7"."case_number"
          AND "t9"."cpr" = "t7"."cpr"
          AND "t9"."certificate" = "t7"."code"
          AND "t9"."requested_on" <= "t7"."service_date"
      ) AS "t22"
      GROUP BY
        1
    ) AS "t53"
      ON "t7"."subject" = "t53"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t31"."subject",
        MIN("t31"."nearest") AS "nearest",
        CAST(COUNT("t31"."inside") AS INT) AS "matches",
        CASE
          WHEN COUNT("t31"."inside") = COUNT("t31"."value.interpreter")
          THEN MAX("t31"."value.interpreter")
          ELSE CAST(NULL AS BIGINT)
        END AS "max_interpreter",
        CASE
          WHEN COUNT("t31"."inside") = COUNT("t31"."value.specialist")
          THEN MAX("t31"."value.specialist")
          ELSE CAST(NULL AS BIGINT)
        END AS "max_specialist",
        CASE
          WHEN COUNT("t31"."inside") = COUNT("t31"."value.cancelled_on")
          THEN MIN("t31"."value.cancelled_on")
          ELSE CAST(NULL AS DATE)
        END AS "min_cancelled_on"
      FROM (
        SELECT
          "t7"."subject",
          (
            0 << 32
          ) + "t10"."row" AS "nearest",
          CASE WHEN 0 <= 0 THEN 1 ELSE CAST(NULL AS TINYINT) END AS "inside",
          CASE WHEN 0 <= 0 THEN "t10"."interpreter" ELSE CAST(NULL AS BIGINT) END AS "value.interpreter",
          CASE WHEN 0 <= 0 THEN "t10"."specialist" ELSE CAST(NULL AS BIGINT) END AS "value.specialist",
          CASE WHEN 0 <= 0 THEN "t10"."cancelled_on" ELSE CAST(NULL AS DATE) END AS "value.cancelled_on",
          CASE WHEN 0 <= 0 THEN CAST("t10"."row" AS BIGINT) ELSE CAST(NULL AS BIGINT) END AS "order"
        FROM "subjects" AS "t7"
        INNER JOIN "requests" AS "t10"
          ON "t10"."case_number" = "t7"."case_number"
          AND "t10"."cpr" = "t7"."cpr"
          AND "t10"."certificate" = "t7"."code"
          AND "t10"."requested_on" <= "t7"."service_date"
          AND (
            (
              "t10"."cancelled_on" IS NULL
            )
            OR (
              "t10"."cancelled_on" > "t7"."service_date"
            )
          )
      ) AS "t31"
      GROUP BY
        1
    ) AS "t55"
      ON "t7"."subject" = "t55"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t23"."subject",
        MIN("t23"."nearest") AS "nearest",
        CAST(COUNT("t23"."inside") AS INT) AS "matches"
      FROM (
        SELECT
          "t7"."subject",
          (
            0 << 32
          ) + "t11"."row" AS "nearest",
          CASE WHEN 0 <= 0 THEN 1 ELSE CAST(NULL AS TINYINT) END AS "inside"
        FROM "subjects" AS "t7"
        INNER JOIN "requests" AS "t11"
          ON "t11"."cpr" = "t7"."cpr"
          AND "t11"."certificate" = "t7"."code"
          AND "t11"."requested_on" <= "t7"."service_date"
      ) AS "t23"
      GROUP BY
        1
    ) AS "t45"
      ON "t7"."subject" = "t45"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t24"."subject",
        MIN("t24"."nearest") AS "nearest",
        CAST(COUNT("t24"."inside") AS INT) AS "matches"
      FROM (
        SELECT
          "t7"."subject",
          (
            0 << 32
          ) + "t12"."row" AS "nearest",
          CASE WHEN 0 <= 0 THEN 1 ELSE CAST(NULL AS TINYINT) END AS "inside"
        FROM "subjects" AS "t7"
        INNER JOIN "requests" AS "t12"
          ON "t12"."case_number" = "t7"."case_number"
          AND "t12"."cpr" = "t7"."cpr"
          AND "t12"."certificate" = "t7"."code"
          AND "t12"."requested_from" = "t7"."supplier"
          AND "t12"."requested_on" <= "t7"."service_date"
      ) AS "t24"
      GROUP BY
        1
    ) AS "t46"
      ON "t7"."subject" = "t46"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t25"."subject",
        MIN("t25"."nearest") AS "nearest",
        CAST(COUNT("t25"."inside") AS INT) AS "matches"
      FROM (
        SELECT
          "t7"."subject",
          (
            0 << 32
          ) + "t13"."row" AS "nearest",
          CASE WHEN 0 <= 0 THEN 1 ELSE CAST(NULL AS TINYINT) END AS "inside"
        FROM "subjects" AS "t7"
        INNER JOIN "requests" AS "t13"
          ON "t13"."case_number" = "t7"."case_number"
          AND "t13"."cpr" = "t7"."cpr"
          AND "t13"."certificate" = "t7"."code"
          AND "t13"."requested_from" = "t7"."provider"
          AND "t13"."requested_on" <= "t7"."service_date"
      ) AS "t25"
      GROUP BY
        1
    ) AS "t47"
      ON "t7"."subject" = "t47"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t32"."subject",
        MIN("t32"."nearest") AS "nearest",
        CAST(COUNT("t32"."inside") AS INT) AS "matches",
        CASE
          WHEN MIN("t32"."value.fee") = MAX("t32"."value.fee")
          THEN MIN("t32"."value.fee")
          ELSE CAST(NULL AS DECIMAL(15, 6))
        END AS "value.fee",
        CASE
          WHEN MIN("t32"."value.vat_percent") = MAX("t32"."value.vat_percent")
          THEN MIN("t32"."value.vat_percent")
          ELSE CAST(NULL AS DECIMAL(15, 6))
        END AS "value.vat_percent"
      FROM (
        SELECT
          "t7"."subject",
          (
            GREATEST(
              0,
              DATE_DIFF('DAY', "t7"."service_date", "t14"."valid_from"),
              DATE_DIFF('DAY', "t14"."valid_to", "t7"."service_date")
            ) << 32
          ) + "t14"."row" AS "nearest",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t7"."service_date", "t14"."valid_from"),
              DATE_DIFF('DAY', "t14"."valid_to", "t7"."service_date")
            ) <= 0
            THEN 1
            ELSE CAST(NULL AS TINYINT)
          END AS "inside",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t7"."service_date", "t14"."valid_from"),
              DATE_DIFF('DAY', "t14"."valid_to", "t7"."service_date")
            ) <= 0
            THEN "t14"."fee"
            ELSE CAST(NULL AS DECIMAL(15, 6))
          END AS "value.fee",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t7"."service_date", "t14"."valid_from"),
              DATE_DIFF('DAY', "t14"."valid_to", "t7"."service_date")
            ) <= 0
            THEN "t14"."vat_percent"
            ELSE CAST(NULL AS DECIMAL(15, 6))
          END AS "value.vat_percent"
        FROM "subjects" AS "t7"
        INNER JOIN "fees" AS "t14"
          ON "t14"."certificate" = "t7"."code" AND "t14"."variant" = "t7"."variant"
      ) AS "t32"
      GROUP BY
        1
    ) AS "t57"
      ON "t7"."subject" = "t57"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t26"."subject",
        MIN("t26"."nearest") AS "nearest",
        CAST(COUNT("t26"."inside") AS INT) AS "matches"
      FROM (
        SELECT
          "t7"."subject",
          (
            0 << 32
          ) + "t15"."row" AS "nearest",
          CASE WHEN 0 <= 0 THEN 1 ELSE CAST(NULL AS TINYINT) END AS "inside"
        FROM "subjects" AS "t7"
        INNER JOIN "line" AS "t15"
          ON "t15"."case_number" = "t7"."case_number"
          AND "t15"."person" = "t7"."person"
          AND "t15"."code" = "t7"."code"
          AND "t15"."position" < "t7"."position"
      ) AS "t26"
      GROUP BY
        1
    ) AS "t48"
      ON "t7"."subject" = "t48"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t28"."subject",
        MIN("t28"."nearest") AS "nearest",
        CAST(COUNT("t28"."inside") AS INT) AS "matches"
      FROM (
        SELECT
          "t7"."subject",
          (
            0 << 32
          ) + "t17"."row" AS "nearest",
          CASE WHEN 0 <= 0 THEN 1 ELSE CAST(NULL AS TINYINT) END AS "inside"
        FROM "subjects" AS "t7"
        INNER JOIN "history_lines" AS "t17"
          ON "t17"."case_number" = "t7"."case_number"
          AND "t17"."person" = "t7"."person"
          AND "t17"."code" = "t7"."code"
          AND "t17"."reference" <> "t7"."reference"
          AND "t17"."position" < "t7"."position"
      ) AS "t28"
      GROUP BY
        1
    ) AS "t50"
      ON "t7"."subject" = "t50"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t30"."subject",
        MIN("t30"."nearest") AS "nearest",
        CAST(COUNT("t30"."inside") AS INT) AS "matches"
      FROM (
        SELECT
          "t7"."subject",
          (
            0 << 32
          ) + "t19"."row" AS "nearest",
          CASE WHEN 0 <= 0 THEN 1 ELSE CAST(NULL AS TINYINT) END AS "inside"
        FROM "subjects" AS "t7"
        INNER JOIN "payments" AS "t19"
          ON "t19"."case_number" = "t7"."case_number"
          AND "t19"."cpr" = "t7"."cpr"
          AND "t19"."certificate" = "t7"."code"
      ) AS "t30"
      GROUP BY
        1
    ) AS "t52"
      ON "t7"."subject" = "t52"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t27"."subject",
        MIN("t27"."nearest") AS "nearest",
        CAST(COUNT("t27"."inside") AS INT) AS "matches"
      FROM (
        SELECT
          "t7"."subject",
          (
            0 << 32
          ) + "t16"."row" AS "nearest",
          CASE WHEN 0 <= 0 THEN 1 ELSE CAST(NULL AS TINYINT) END AS "inside"
        FROM "subjects" AS "t7"
        INNER JOIN "line" AS "t16"
          ON "t16"."sender" = "t7"."sender"
          AND "t16"."person" = "t7"."person"
          AND "t16"."code" = "t7"."code"
          AND "t16"."service_date" = "t7"."service_date"
          AND "t16"."position" < "t7"."position"
      ) AS "t27"
      GROUP BY
        1
    ) AS "t49"
      ON "t7"."subject" = "t49"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t29"."subject",
        MIN("t29"."nearest") AS "nearest",
        CAST(COUNT("t29"."inside") AS INT) AS "matches"
      FROM (
        SELECT
          "t7"."subject",
          (
            0 << 32
          ) + "t18"."row" AS "nearest",
          CASE WHEN 0 <= 0 THEN 1 ELSE CAST(NULL AS TINYINT) END AS "inside"
        FROM "subjects" AS "t7"
        INNER JOIN "history_lines" AS "t18"
          ON "t18"."sender" = "t7"."sender"
          AND "t18"."person" = "t7"."person"
          AND "t18"."code" = "t7"."code"
          AND "t18"."service_date" = "t7"."service_date"
          AND "t18"."reference" <> "t7"."reference"
          AND "t18"."position" < "t7"."position"
      ) AS "t29"
      GROUP BY
        1
    ) AS "t51"
      ON "t7"."subject" = "t51"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t33"."subject",
        MIN("t33"."nearest") AS "nearest",
        CAST(COUNT("t33"."inside") AS INT) AS "matches",
        CASE
          WHEN MIN("t33"."value.status") = MAX("t33"."value.status")
          THEN MIN("t33"."value.status")
          ELSE CAST(NULL AS TEXT)
        END AS "value.status",
        CASE
          WHEN COUNT("t33"."inside") = COUNT("t33"."value.valid_from")
          THEN MIN("t33"."value.valid_from")
          ELSE CAST(NULL AS DATE)
        END AS "min_valid_from"
      FROM (
        SELECT
          "t7"."subject",
          (
            GREATEST(
              0,
              DATE_DIFF('DAY', "t7"."service_date", "t20"."valid_from"),
              DATE_DIFF('DAY', "t20"."valid_to", "t7"."service_date")
            ) << 32
          ) + "t20"."row" AS "nearest",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t7"."service_date", "t20"."valid_from"),
              DATE_DIFF('DAY', "t20"."valid_to", "t7"."service_date")
            ) <= 0
            THEN 1
            ELSE CAST(NULL AS TINYINT)
          END AS "inside",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t7"."service_date", "t20"."valid_from"),
              DATE_DIFF('DAY', "t20"."valid_to", "t7"."service_date")
            ) <= 0
            THEN "t20"."status"
            ELSE CAST(NULL AS TEXT)
          END AS "value.status",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t7"."service_date", "t20"."valid_from"),
              DATE_DIFF('DAY', "t20"."valid_to", "t7"."service_date")
            ) <= 0
            THEN "t20"."valid_from"
            ELSE CAST(NULL AS DATE)
          END AS "value.valid_from",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t7"."service_date", "t20"."valid_from"),
              DATE_DIFF('DAY', "t20"."valid_to", "t7"."service_date")
            ) <= 0
            THEN (
              COALESCE(DATE_DIFF('DAY', MAKE_DATE(1, 1, 1), "t20"."valid_from"), 0) << 32
            ) + "t20"."row"
            ELSE CAST(NULL AS BIGINT)
          END AS "order"
        FROM "subjects" AS "t7"
        INNER JOIN "person_status" AS "t20"
          ON "t20"."cpr" = "t7"."cpr"
      ) AS "t33"
      GROUP BY
        1
    ) AS "t59"
      ON "t7"."subject" = "t59"."subject"
  ) AS "t60"
) AS "t61"
