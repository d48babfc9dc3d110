-- cba5e1459d5337b136f52ae8085da5db41a6a2a037b49f1a8c4161cfe4dfe0bb
SELECT
  "t98"."subject",
  "t98"."paid_supplier.row",
  "t98"."paid_supplier.matches",
  "t98"."paid_account.row",
  "t98"."paid_account.matches",
  "t98"."account_of_others.row",
  "t98"."account_of_others.matches",
  "t98"."account_of_others_in_batch.row",
  "t98"."account_of_others_in_batch.matches",
  "t98"."other_account_in_batch.row",
  "t98"."other_account_in_batch.matches",
  "t98"."confirmed_account.row",
  "t98"."confirmed_account.matches",
  "t98"."received_earlier_in_batch.row",
  "t98"."received_earlier_in_batch.matches",
  "t98"."received_before.row",
  "t98"."received_before.matches",
  "t98"."same_plain_number_in_batch.row",
  "t98"."same_plain_number_in_batch.matches",
  "t98"."same_plain_number_before.row",
  "t98"."same_plain_number_before.matches",
  "t98"."near_number_in_batch.row",
  "t98"."near_number_in_batch.matches",
  "t98"."near_number_before.row",
  "t98"."near_number_before.matches",
  "t98"."same_amount_in_batch.row",
  "t98"."same_amount_in_batch.matches",
  "t98"."same_amount_before.row",
  "t98"."same_amount_before.matches",
  "t98"."same_uuid_in_batch.row",
  "t98"."same_uuid_in_batch.matches",
  "t98"."same_uuid_before.row",
  "t98"."same_uuid_before.matches",
  "t98"."credited_in_batch.row",
  "t98"."credited_in_batch.matches",
  "t98"."credited_before.row",
  "t98"."credited_before.matches",
  "t98"."credited_invoice_in_batch.row",
  "t98"."credited_invoice_in_batch.matches",
  "t98"."credited_invoice_before.row",
  "t98"."credited_invoice_before.matches",
  "t98"."just_under_ceiling.row",
  "t98"."just_under_ceiling.matches",
  "t98"."supplier_limit.row",
  "t98"."supplier_limit.matches",
  "t98"."paid_supplier.known",
  "t98"."paid_account.known",
  "t98"."confirmed_account.max_confirmed_by",
  "t98"."supplier_limit.min_ceiling",
  "t98"."supplier_limit.max_stopped",
  CASE
    WHEN "t98"."supplier-stopped.0" IS NULL
    THEN -1
    WHEN "t98"."supplier-stopped.0"
    THEN 0
    ELSE 1
  END AS "supplier-stopped",
  CASE
    WHEN "t98"."credit-note-invoice.0" IS NULL
    THEN -1
    WHEN "t98"."credit-note-invoice.0"
    THEN 0
    WHEN "t98"."credit-note-invoice.1"
    THEN 1
    WHEN "t98"."credit-note-invoice.2" IS NULL
    THEN -1
    WHEN "t98"."credit-note-invoice.2"
    THEN 2
    ELSE 3
  END AS "credit-note-invoice",
  CASE
    WHEN "t98"."payable-invoice.0" IS NULL
    THEN -1
    WHEN "t98"."payable-invoice.0"
    THEN 0
    WHEN "t98"."payable-invoice.1" IS NULL
    THEN -1
    WHEN "t98"."payable-invoice.1"
    THEN 1
    ELSE 2
  END AS "payable-invoice",
  CASE
    WHEN "t98"."format.0" IS NULL
    THEN -1
    WHEN "t98"."format.0"
    THEN 0
    WHEN "t98"."format.1" IS NULL
    THEN -1
    WHEN "t98"."format.1"
    THEN 1
    ELSE 2
  END AS "format",
  CASE
    WHEN "t98"."format-required.0" IS NULL
    THEN -1
    WHEN "t98"."format-required.0"
    THEN 0
    WHEN "t98"."format-required.1" IS NULL
    THEN -1
    WHEN "t98"."format-required.1"
    THEN 1
    ELSE 2
  END AS "format-required",
  CASE
    WHEN "t98"."buyer.0" IS NULL
    THEN -1
    WHEN "t98"."buyer.0"
    THEN 0
    WHEN "t98"."buyer.1" IS NULL
    THEN -1
    WHEN "t98"."buyer.1"
    THEN 1
    ELSE 2
  END AS "buyer",
  CASE
    WHEN "t98"."issue-date.0" IS NULL
    THEN -1
    WHEN "t98"."issue-date.0"
    THEN 0
    ELSE 1
  END AS "issue-date",
  CASE
    WHEN "t98"."duplicate.0" IS NULL
    THEN -1
    WHEN "t98"."duplicate.0"
    THEN 0
    WHEN "t98"."duplicate.1" IS NULL
    THEN -1
    WHEN "t98"."duplicate.1"
    THEN 1
    WHEN "t98"."duplicate.2" IS NULL
    THEN -1
    WHEN "t98"."duplicate.2"
    THEN 2
    WHEN "t98"."duplicate.3" IS NULL
    THEN -1
    WHEN "t98"."duplicate.3"
    THEN 3
    ELSE 4
  END AS "duplicate",
  CASE
    WHEN "t98"."replay.0" IS NULL
    THEN -1
    WHEN "t98"."replay.0"
    THEN 0
    WHEN "t98"."replay.1"
    THEN 1
    WHEN "t98"."replay.2" IS NULL
    THEN -1
    WHEN "t98"."replay.2"
    THEN 2
    WHEN "t98"."replay.3" IS NULL
    THEN -1
    WHEN "t98"."replay.3"
    THEN 3
    ELSE 4
  END AS "replay",
  CASE
    WHEN "t98"."near-number.0"
    THEN 0
    WHEN "t98"."near-number.1" IS NULL
    THEN -1
    WHEN "t98"."near-number.1"
    THEN 1
    WHEN "t98"."near-number.2" IS NULL
    THEN -1
    WHEN "t98"."near-number.2"
    THEN 2
    ELSE 3
  END AS "near-number",
  CASE
    WHEN "t98"."same-amount.0"
    THEN 0
    WHEN "t98"."same-amount.1" IS NULL
    THEN -1
    WHEN "t98"."same-amount.1"
    THEN 1
    WHEN "t98"."same-amount.2" IS NULL
    THEN -1
    WHEN "t98"."same-amount.2"
    THEN 2
    ELSE 3
  END AS "same-amount",
  CASE
    WHEN "t98"."credited.0" IS NULL
    THEN -1
    WHEN "t98"."credited.0"
    THEN 0
    WHEN "t98"."credited.1" IS NULL
    THEN -1
    WHEN "t98"."credited.1"
    THEN 1
    WHEN "t98"."credited.2" IS NULL
    THEN -1
    WHEN "t98"."credited.2"
    THEN 2
    ELSE 3
  END AS "credited",
  CASE
    WHEN "t98"."account.0"
    THEN 0
    WHEN "t98"."account.1" IS NULL
    THEN -1
    WHEN "t98"."account.1"
    THEN 1
    WHEN "t98"."account.2" IS NULL
    THEN -1
    WHEN "t98"."account.2"
    THEN 2
    WHEN "t98"."account.3" IS NULL
    THEN -1
    WHEN "t98"."account.3"
    THEN 3
    WHEN "t98"."account.4" IS NULL
    THEN -1
    WHEN "t98"."account.4"
    THEN 4
    WHEN "t98"."account.5" IS NULL
    THEN -1
    WHEN "t98"."account.5"
    THEN 5
    WHEN "t98"."account.6" IS NULL
    THEN -1
    WHEN "t98"."account.6"
    THEN 6
    WHEN "t98"."account.7" IS NULL
    THEN -1
    WHEN "t98"."account.7"
    THEN 7
    ELSE 8
  END AS "account",
  CASE
    WHEN "t98"."split-invoice.0" IS NULL
    THEN -1
    WHEN "t98"."split-invoice.0"
    THEN 0
    WHEN "t98"."split-invoice.1" IS NULL
    THEN -1
    WHEN "t98"."split-invoice.1"
    THEN 1
    WHEN "t98"."split-invoice.2" IS NULL
    THEN -1
    WHEN "t98"."split-invoice.2"
    THEN 2
    WHEN "t98"."split-invoice.3" IS NULL
    THEN -1
    WHEN "t98"."split-invoice.3"
    THEN 3
    ELSE 4
  END AS "split-invoice",
  CASE
    WHEN "t98"."document-sums.0" IS NULL
    THEN -1
    WHEN "t98"."document-sums.0"
    THEN 0
    WHEN "t98"."document-sums.1" IS NULL
    THEN -1
    WHEN "t98"."document-sums.1"
    THEN 1
    WHEN "t98"."document-sums.2" IS NULL
    THEN -1
    WHEN "t98"."document-sums.2"
    THEN 2
    WHEN "t98"."document-sums.3" IS NULL
    THEN -1
    WHEN "t98"."document-sums.3"
    THEN 3
    ELSE 4
  END AS "document-sums",
  CASE
    WHEN "t98"."no-charges.0" IS NULL
    THEN -1
    WHEN "t98"."no-charges.0"
    THEN 0
    WHEN "t98"."no-charges.1" IS NULL
    THEN -1
    WHEN "t98"."no-charges.1"
    THEN 1
    ELSE 2
  END AS "no-charges",
  CASE WHEN "t98"."vat-sum.0" IS NULL THEN -1 WHEN "t98"."vat-sum.0" THEN 0 ELSE 1 END AS "vat-sum",
  CASE
    WHEN "t98"."amount-ceiling.0" IS NULL
    THEN -1
    WHEN "t98"."amount-ceiling.0"
    THEN 0
    WHEN "t98"."amount-ceiling.1" IS NULL
    THEN -1
    WHEN "t98"."amount-ceiling.1"
    THEN 1
    ELSE 2
  END AS "amount-ceiling",
  CASE WHEN "t98"."sample.0" IS NULL THEN -1 WHEN "t98"."sample.0" THEN 0 ELSE 1 END AS "sample"
FROM (
  SELECT
    "t97"."subject",
    "t97"."paid_supplier.row",
    "t97"."paid_supplier.matches",
    "t97"."paid_account.row",
    "t97"."paid_account.matches",
    "t97"."account_of_others.row",
    "t97"."account_of_others.matches",
    "t97"."account_of_others_in_batch.row",
    "t97"."account_of_others_in_batch.matches",
    "t97"."other_account_in_batch.row",
    "t97"."other_account_in_batch.matches",
    "t97"."confirmed_account.row",
    "t97"."confirmed_account.matches",
    "t97"."received_earlier_in_batch.row",
    "t97"."received_earlier_in_batch.matches",
    "t97"."received_before.row",
    "t97"."received_before.matches",
    "t97"."same_plain_number_in_batch.row",
    "t97"."same_plain_number_in_batch.matches",
    "t97"."same_plain_number_before.row",
    "t97"."same_plain_number_before.matches",
    "t97"."near_number_in_batch.row",
    "t97"."near_number_in_batch.matches",
    "t97"."near_number_before.row",
    "t97"."near_number_before.matches",
    "t97"."same_amount_in_batch.row",
    "t97"."same_amount_in_batch.matches",
    "t97"."same_amount_before.row",
    "t97"."same_amount_before.matches",
    "t97"."same_uuid_in_batch.row",
    "t97"."same_uuid_in_batch.matches",
    "t97"."same_uuid_before.row",
    "t97"."same_uuid_before.matches",
    "t97"."credited_in_batch.row",
    "t97"."credited_in_batch.matches",
    "t97"."credited_before.row",
    "t97"."credited_before.matches",
    "t97"."credited_invoice_in_batch.row",
    "t97"."credited_invoice_in_batch.matches",
    "t97"."credited_invoice_before.row",
    "t97"."credited_invoice_before.matches",
    "t97"."just_under_ceiling.row",
    "t97"."just_under_ceiling.matches",
    "t97"."supplier_limit.row",
    "t97"."supplier_limit.matches",
    "t97"."paid_supplier.known",
    "t97"."paid_account.known",
    "t97"."confirmed_account.max_confirmed_by",
    "t97"."supplier_limit.min_ceiling",
    "t97"."supplier_limit.max_stopped",
    (
      "t97"."supplier_limit.matches" > 0
    )
    AND (
      COALESCE("t97"."supplier_limit.max_stopped", 0) = 1
    ) AS "supplier-stopped.0",
    "t97"."kind" <> 'credit-note' AS "credit-note-invoice.0",
    "t97"."credits" IS NULL AS "credit-note-invoice.1",
    (
      "t97"."credited_invoice_before.matches" > 0
    )
    OR (
      "t97"."credited_invoice_in_batch.matches" > 0
    ) AS "credit-note-invoice.2",
    "t97"."kind" = 'credit-note' AS "payable-invoice.0",
    "t97"."payable" <= 0 AS "payable-invoice.1",
    "t97"."parameter.format_check" = 0 AS "format.0",
    "t97"."format_faults" = 0 AS "format.1",
    "t97"."parameter.format_check" < 2 AS "format-required.0",
    "t97"."format_faults" = 0 AS "format-required.1",
    "t97"."parameter.buyer_gln" = '' AS "buyer.0",
    "t97"."buyer" = "t97"."parameter.buyer_gln" AS "buyer.1",
    "t97"."issue_date" > "t97"."decided_on" AS "issue-date.0",
    "t97"."received_before.matches" > 0 AS "duplicate.0",
    "t97"."received_earlier_in_batch.matches" > 0 AS "duplicate.1",
    "t97"."same_plain_number_before.matches" > 0 AS "duplicate.2",
    "t97"."same_plain_number_in_batch.matches" > 0 AS "duplicate.3",
    "t97"."copy" = 1 AS "replay.0",
    "t97"."uuid" IS NULL AS "replay.1",
    "t97"."same_uuid_before.matches" > 0 AS "replay.2",
    "t97"."same_uuid_in_batch.matches" > 0 AS "replay.3",
    "t97"."people" IS NULL AS "near-number.0",
    "t97"."near_number_before.matches" > 0 AS "near-number.1",
    "t97"."near_number_in_batch.matches" > 0 AS "near-number.2",
    "t97"."people" IS NULL AS "same-amount.0",
    "t97"."same_amount_before.matches" > 0 AS "same-amount.1",
    "t97"."same_amount_in_batch.matches" > 0 AS "same-amount.2",
    "t97"."kind" = 'credit-note' AS "credited.0",
    "t97"."credited_before.matches" > 0 AS "credited.1",
    "t97"."credited_in_batch.matches" > 0 AS "credited.2",
    "t97"."account" IS NULL AS "account.0",
    "t97"."account" = 'NemKonto' AS "account.1",
    (
      "t97"."confirmed_account.matches" > 0
    )
    AND (
      COALESCE("t97"."confirmed_account.max_confirmed_by", 0) >= 2
    ) AS "account.2",
    "t97"."account_of_others.matches" > 0 AS "account.3",
    "t97"."account_of_others_in_batch.matches" > 0 AS "account.4",
    (
      "t97"."paid_supplier.known" > 0
    ) AND (
      "t97"."paid_account.known" = 0
    ) AS "account.5",
    (
      "t97"."paid_supplier.known" = 0
    )
    AND (
      "t97"."other_account_in_batch.matches" > 0
    ) AS "account.6",
    "t97"."account_country" <> "t97"."parameter.account_country" AS "account.7",
    "t97"."parameter.approval_ceiling" = 0 AS "split-invoice.0",
    "t97"."payable" >= "t97"."parameter.approval_ceiling" AS "split-invoice.1",
    "t97"."payable" < (
      "t97"."parameter.approval_ceiling" - "t97"."parameter.ceiling_band"
    ) AS "split-invoice.2",
    (
      "t97"."just_under_ceiling.matches" + 1
    ) >= "t97"."parameter.split_count" AS "split-invoice.3",
    "t97"."line_sum" <> "t97"."lines_total" AS "document-sums.0",
    (
      (
        "t97"."lines_total" - "t97"."allowances"
      ) + "t97"."charges"
    ) <> "t97"."without_tax" AS "document-sums.1",
    (
      "t97"."without_tax" + "t97"."tax"
    ) <> "t97"."with_tax" AS "document-sums.2",
    (
      (
        "t97"."with_tax" - "t97"."prepaid"
      ) + "t97"."rounding"
    ) <> "t97"."payable" AS "document-sums.3",
    "t97"."added" <> "t97"."tax" AS "no-charges.0",
    "t97"."prepaid" <> 0 AS "no-charges.1",
    "t97"."tax" = "t97"."tax_by_lines" AS "vat-sum.0",
    (
      "t97"."supplier_limit.min_ceiling" IS NOT NULL
    )
    AND (
      "t97"."payable" > "t97"."supplier_limit.min_ceiling"
    ) AS "amount-ceiling.0",
    (
      "t97"."supplier_limit.min_ceiling" IS NULL
    )
    AND (
      "t97"."parameter.amount_ceiling" > 0
    )
    AND (
      "t97"."payable" > "t97"."parameter.amount_ceiling"
    ) AS "amount-ceiling.1",
    "t97"."draw" < "t97"."parameter.sample_per_thousand" AS "sample.0"
  FROM (
    SELECT
      "t8"."tax_by_lines",
      "t8"."kind",
      "t8"."issue_date",
      "t8"."decided_on",
      "t8"."supplier",
      "t8"."sender",
      "t8"."number",
      "t8"."supplier_number",
      "t8"."plain_number",
      "t8"."credits",
      "t8"."uuid",
      "t8"."copy",
      "t8"."reference",
      "t8"."position",
      "t8"."buyer",
      "t8"."people",
      "t8"."account",
      "t8"."accounts",
      "t8"."account_country",
      "t8"."draw",
      "t8"."line_sum",
      "t8"."lines_total",
      "t8"."without_tax",
      "t8"."with_tax",
      "t8"."tax",
      "t8"."allowances",
      "t8"."charges",
      "t8"."prepaid",
      "t8"."rounding",
      "t8"."payable",
      "t8"."added",
      "t8"."format_faults",
      "t8"."format_rules",
      "t8"."parameter.buyer_gln",
      "t8"."parameter.recheck_days",
      "t8"."parameter.give_up_days",
      "t8"."parameter.format_check",
      "t8"."parameter.service_age_days",
      "t8"."parameter.amount_window_days",
      "t8"."parameter.account_country",
      "t8"."parameter.approval_ceiling",
      "t8"."parameter.ceiling_band",
      "t8"."parameter.split_days",
      "t8"."parameter.split_count",
      "t8"."parameter.amount_ceiling",
      "t8"."parameter.sample_per_thousand",
      "t8"."parameter.sample_seed",
      "t8"."subject",
      "t68"."nearest" & 4294967295 AS "paid_supplier.row",
      CASE
        WHEN "t8"."sender" IS NOT NULL
        THEN COALESCE("t68"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "paid_supplier.matches",
      CASE
        WHEN "t8"."sender" IS NOT NULL
        THEN CAST("t68"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "paid_supplier.known",
      "t68"."nearest" >> 32 AS "paid_supplier.distance",
      "t69"."nearest" & 4294967295 AS "paid_account.row",
      CASE
        WHEN (
          "t8"."sender" IS NOT NULL
        ) AND (
          "t8"."account" IS NOT NULL
        )
        THEN COALESCE("t69"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "paid_account.matches",
      CASE
        WHEN (
          "t8"."sender" IS NOT NULL
        ) AND (
          "t8"."account" IS NOT NULL
        )
        THEN CAST("t69"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "paid_account.known",
      "t69"."nearest" >> 32 AS "paid_account.distance",
      "t70"."nearest" & 4294967295 AS "account_of_others.row",
      CASE
        WHEN "t8"."account" IS NOT NULL
        THEN COALESCE("t70"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "account_of_others.matches",
      CASE
        WHEN "t8"."account" IS NOT NULL
        THEN CAST("t70"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "account_of_others.known",
      "t70"."nearest" >> 32 AS "account_of_others.distance",
      "t71"."nearest" & 4294967295 AS "account_of_others_in_batch.row",
      CASE
        WHEN "t8"."account" IS NOT NULL
        THEN COALESCE("t71"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "account_of_others_in_batch.matches",
      CASE
        WHEN "t8"."account" IS NOT NULL
        THEN CAST("t71"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "account_of_others_in_batch.known",
      "t71"."nearest" >> 32 AS "account_of_others_in_batch.distance",
      "t72"."nearest" & 4294967295 AS "other_account_in_batch.row",
      CASE
        WHEN (
          "t8"."sender" IS NOT NULL
        ) AND (
          "t8"."account" IS NOT NULL
        )
        THEN COALESCE("t72"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "other_account_in_batch.matches",
      CASE
        WHEN (
          "t8"."sender" IS NOT NULL
        ) AND (
          "t8"."account" IS NOT NULL
        )
        THEN CAST("t72"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "other_account_in_batch.known",
      "t72"."nearest" >> 32 AS "other_account_in_batch.distance",
      "t95"."nearest" & 4294967295 AS "confirmed_account.row",
      CASE
        WHEN (
          "t8"."sender" IS NOT NULL
        )
        AND (
          "t8"."account" IS NOT NULL
        )
        AND (
          "t8"."decided_on" IS NOT NULL
        )
        THEN COALESCE("t95"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "confirmed_account.matches",
      CASE
        WHEN (
          "t8"."sender" IS NOT NULL
        ) AND (
          "t8"."account" IS NOT NULL
        )
        THEN CAST("t95"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "confirmed_account.known",
      "t95"."nearest" >> 32 AS "confirmed_account.distance",
      CASE
        WHEN (
          "t8"."sender" IS NOT NULL
        )
        AND (
          "t8"."account" IS NOT NULL
        )
        AND (
          "t8"."decided_on" IS NOT NULL
        )
        THEN "t95"."max_confirmed_by"
        ELSE CAST(NULL AS BIGINT)
      END AS "confirmed_account.max_confirmed_by",
      "t73"."nearest" & 4294967295 AS "received_earlier_in_batch.row",
      CASE
        WHEN "t8"."supplier_number" IS NOT NULL
        THEN COALESCE("t73"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "received_earlier_in_batch.matches",
      CASE
        WHEN "t8"."supplier_number" IS NOT NULL
        THEN CAST("t73"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "received_earlier_in_batch.known",
      "t73"."nearest" >> 32 AS "received_earlier_in_batch.distance",
      "t79"."nearest" & 4294967295 AS "received_before.row",
      CASE
        WHEN "t8"."supplier_number" IS NOT NULL
        THEN COALESCE("t79"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "received_before.matches",
      CASE
        WHEN "t8"."supplier_number" IS NOT NULL
        THEN CAST("t79"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "received_before.known",
      "t79"."nearest" >> 32 AS "received_before.distance",
      "t74"."nearest" & 4294967295 AS "same_plain_number_in_batch.row",
      CASE
        WHEN (
          "t8"."sender" IS NOT NULL
        ) AND (
          "t8"."plain_number" IS NOT NULL
        )
        THEN COALESCE("t74"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "same_plain_number_in_batch.matches",
      CASE
        WHEN (
          "t8"."sender" IS NOT NULL
        ) AND (
          "t8"."plain_number" IS NOT NULL
        )
        THEN CAST("t74"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "same_plain_number_in_batch.known",
      "t74"."nearest" >> 32 AS "same_plain_number_in_batch.distance",
      "t80"."nearest" & 4294967295 AS "same_plain_number_before.row",
      CASE
        WHEN (
          "t8"."sender" IS NOT NULL
        ) AND (
          "t8"."plain_number" IS NOT NULL
        )
        THEN COALESCE("t80"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "same_plain_number_before.matches",
      CASE
        WHEN (
          "t8"."sender" IS NOT NULL
        ) AND (
          "t8"."plain_number" IS NOT NULL
        )
        THEN CAST("t80"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "same_plain_number_before.known",
      "t80"."nearest" >> 32 AS "same_plain_number_before.distance",
      "t85"."nearest" & 4294967295 AS "near_number_in_batch.row",
      CASE
        WHEN (
          "t8"."sender" IS NOT NULL
        )
        AND (
          "t8"."payable" IS NOT NULL
        )
        AND (
          "t8"."people" IS NOT NULL
        )
        AND (
          "t8"."plain_number" IS NOT NULL
        )
        THEN COALESCE("t85"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "near_number_in_batch.matches",
      CASE
        WHEN (
          "t8"."sender" IS NOT NULL
        )
        AND (
          "t8"."payable" IS NOT NULL
        )
        AND (
          "t8"."people" IS NOT NULL
        )
        AND (
          "t8"."plain_number" IS NOT NULL
        )
        THEN CAST("t85"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "near_number_in_batch.known",
      "t85"."nearest" >> 32 AS "near_number_in_batch.distance",
      "t87"."nearest" & 4294967295 AS "near_number_before.row",
      CASE
        WHEN (
          "t8"."sender" IS NOT NULL
        )
        AND (
          "t8"."payable" IS NOT NULL
        )
        AND (
          "t8"."people" IS NOT NULL
        )
        AND (
          "t8"."plain_number" IS NOT NULL
        )
        THEN COALESCE("t87"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "near_number_before.matches",
      CASE
        WHEN (
          "t8"."sender" IS NOT NULL
        )
        AND (
          "t8"."payable" IS NOT NULL
        )
        AND (
          "t8"."people" IS NOT NULL
        )
        AND (
          "t8"."plain_number" IS NOT NULL
        )
        THEN CAST("t87"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "near_number_before.known",
      "t87"."nearest" >> 32 AS "near_number_before.distance",
      "t90"."nearest" & 4294967295 AS "same_amount_in_batch.row",
      CASE
        WHEN (
          "t8"."sender" IS NOT NULL
        )
        AND (
          "t8"."payable" IS NOT NULL
        )
        AND (
          "t8"."people" IS NOT NULL
        )
        AND (
          "t8"."issue_date" IS NOT NULL
        )
        THEN COALESCE("t90"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "same_amount_in_batch.matches",
      CASE
        WHEN (
          "t8"."sender" IS NOT NULL
        )
        AND (
          "t8"."payable" IS NOT NULL
        )
        AND (
          "t8"."people" IS NOT NULL
        )
        THEN CAST("t90"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "same_amount_in_batch.known",
      "t90"."nearest" >> 32 AS "same_amount_in_batch.distance",
      "t91"."nearest" & 4294967295 AS "same_amount_before.row",
      CASE
        WHEN (
          "t8"."sender" IS NOT NULL
        )
        AND (
          "t8"."payable" IS NOT NULL
        )
        AND (
          "t8"."people" IS NOT NULL
        )
        AND (
          "t8"."issue_date" IS NOT NULL
        )
        THEN COALESCE("t91"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "same_amount_before.matches",
      CASE
        WHEN (
          "t8"."sender" IS NOT NULL
        )
        AND (
          "t8"."payable" IS NOT NULL
        )
        AND (
          "t8"."people" IS NOT NULL
        )
        THEN CAST("t91"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "same_amount_before.known",
      "t91"."nearest" >> 32 AS "same_amount_before.distance",
      "t76"."nearest" & 4294967295 AS "same_uuid_in_batch.row",
      CASE
        WHEN "t8"."uuid" IS NOT NULL
        THEN COALESCE("t76"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "same_uuid_in_batch.matches",
      CASE
        WHEN "t8"."uuid" IS NOT NULL
        THEN CAST("t76"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "same_uuid_in_batch.known",
      "t76"."nearest" >> 32 AS "same_uuid_in_batch.distance",
      "t82"."nearest" & 4294967295 AS "same_uuid_before.row",
      CASE
        WHEN "t8"."uuid" IS NOT NULL
        THEN COALESCE("t82"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "same_uuid_before.matches",
      CASE
        WHEN "t8"."uuid" IS NOT NULL
        THEN CAST("t82"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "same_uuid_before.known",
      "t82"."nearest" >> 32 AS "same_uuid_before.distance",
      "t77"."nearest" & 4294967295 AS "credited_in_batch.row",
      CASE
        WHEN "t8"."supplier_number" IS NOT NULL
        THEN COALESCE("t77"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "credited_in_batch.matches",
      CASE
        WHEN "t8"."supplier_number" IS NOT NULL
        THEN CAST("t77"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "credited_in_batch.known",
      "t77"."nearest" >> 32 AS "credited_in_batch.distance",
      "t83"."nearest" & 4294967295 AS "credited_before.row",
      CASE
        WHEN "t8"."supplier_number" IS NOT NULL
        THEN COALESCE("t83"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "credited_before.matches",
      CASE
        WHEN "t8"."supplier_number" IS NOT NULL
        THEN CAST("t83"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "credited_before.known",
      "t83"."nearest" >> 32 AS "credited_before.distance",
      "t78"."nearest" & 4294967295 AS "credited_invoice_in_batch.row",
      CASE
        WHEN "t8"."credits" IS NOT NULL
        THEN COALESCE("t78"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "credited_invoice_in_batch.matches",
      CASE
        WHEN "t8"."credits" IS NOT NULL
        THEN CAST("t78"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "credited_invoice_in_batch.known",
      "t78"."nearest" >> 32 AS "credited_invoice_in_batch.distance",
      "t84"."nearest" & 4294967295 AS "credited_invoice_before.row",
      CASE
        WHEN "t8"."credits" IS NOT NULL
        THEN COALESCE("t84"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "credited_invoice_before.matches",
      CASE
        WHEN "t8"."credits" IS NOT NULL
        THEN CAST("t84"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "credited_invoice_before.known",
      "t84"."nearest" >> 32 AS "credited_invoice_before.distance",
      "t92"."nearest" & 4294967295 AS "just_under_ceiling.row",
      CASE
        WHEN (
          "t8"."sender" IS NOT NULL
        ) AND (
          "t8"."issue_date" IS NOT NULL
        )
        THEN COALESCE("t92"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "just_under_ceiling.matches",
      CASE
        WHEN "t8"."sender" IS NOT NULL
        THEN CAST("t92"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "just_under_ceiling.known",
      "t92"."nearest" >> 32 AS "just_under_ceiling.distance",
      "t96"."nearest" & 4294967295 AS "supplier_limit.row",
      CASE
        WHEN (
          "t8"."sender" IS NOT NULL
        ) AND (
          "t8"."decided_on" IS NOT NULL
        )
        THEN COALESCE("t96"."matches", 0)
        ELSE CAST(NULL AS INT)
      END AS "supplier_limit.matches",
      CASE
        WHEN "t8"."sender" IS NOT NULL
        THEN CAST("t96"."nearest" IS NOT NULL AS TINYINT)
        ELSE CAST(NULL AS TINYINT)
      END AS "supplier_limit.known",
      "t96"."nearest" >> 32 AS "supplier_limit.distance",
      CASE
        WHEN (
          "t8"."sender" IS NOT NULL
        ) AND (
          "t8"."decided_on" IS NOT NULL
        )
        THEN "t96"."min_ceiling"
        ELSE CAST(NULL AS DECIMAL(15, 2))
      END AS "supplier_limit.min_ceiling",
      CASE
        WHEN (
          "t8"."sender" IS NOT NULL
        ) AND (
          "t8"."decided_on" IS NOT NULL
        )
        THEN "t96"."max_stopped"
        ELSE CAST(NULL AS BIGINT)
      END AS "supplier_limit.max_stopped"
    FROM "subjects" AS "t8"
    LEFT OUTER JOIN (
      SELECT
        "t31"."subject",
        MIN("t31"."nearest") AS "nearest",
        CAST(COUNT("t31"."inside") AS INT) AS "matches"
      FROM (
        SELECT
          "t8"."subject",
          (
            0 << 32
          ) + "t9"."row" AS "nearest",
          CASE WHEN 0 <= 0 THEN 1 ELSE CAST(NULL AS TINYINT) END AS "inside"
        FROM "subjects" AS "t8"
        INNER JOIN "paid_accounts" AS "t9"
          ON "t9"."sender" = "t8"."sender"
      ) AS "t31"
      GROUP BY
        1
    ) AS "t68"
      ON "t8"."subject" = "t68"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t32"."subject",
        MIN("t32"."nearest") AS "nearest",
        CAST(COUNT("t32"."inside") AS INT) AS "matches"
      FROM (
        SELECT
          "t8"."subject",
          (
            0 << 32
          ) + "t10"."row" AS "nearest",
          CASE WHEN 0 <= 0 THEN 1 ELSE CAST(NULL AS TINYINT) END AS "inside"
        FROM "subjects" AS "t8"
        INNER JOIN "paid_accounts" AS "t10"
          ON "t10"."sender" = "t8"."sender" AND "t10"."account" = "t8"."account"
      ) AS "t32"
      GROUP BY
        1
    ) AS "t69"
      ON "t8"."subject" = "t69"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t33"."subject",
        MIN("t33"."nearest") AS "nearest",
        CAST(COUNT("t33"."inside") AS INT) AS "matches"
      FROM (
        SELECT
          "t8"."subject",
          (
            0 << 32
          ) + "t11"."row" AS "nearest",
          CASE WHEN 0 <= 0 THEN 1 ELSE CAST(NULL AS TINYINT) END AS "inside"
        FROM "subjects" AS "t8"
        INNER JOIN "paid_accounts" AS "t11"
          ON "t11"."account" = "t8"."account" AND "t11"."sender" <> "t8"."sender"
      ) AS "t33"
      GROUP BY
        1
    ) AS "t70"
      ON "t8"."subject" = "t70"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t34"."subject",
        MIN("t34"."nearest") AS "nearest",
        CAST(COUNT("t34"."inside") AS INT) AS "matches"
      FROM (
        SELECT
          "t8"."subject",
          (
            0 << 32
          ) + "t12"."row" AS "nearest",
          CASE WHEN 0 <= 0 THEN 1 ELSE CAST(NULL AS TINYINT) END AS "inside"
        FROM "subjects" AS "t8"
        INNER JOIN "batch_accounts" AS "t12"
          ON "t12"."account" = "t8"."account" AND "t12"."sender" <> "t8"."sender"
      ) AS "t34"
      GROUP BY
        1
    ) AS "t71"
      ON "t8"."subject" = "t71"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t35"."subject",
        MIN("t35"."nearest") AS "nearest",
        CAST(COUNT("t35"."inside") AS INT) AS "matches"
      FROM (
        SELECT
          "t8"."subject",
          (
            0 << 32
          ) + "t13"."row" AS "nearest",
          CASE WHEN 0 <= 0 THEN 1 ELSE CAST(NULL AS TINYINT) END AS "inside"
        FROM "subjects" AS "t8"
        INNER JOIN "batch_accounts" AS "t13"
          ON "t13"."sender" = "t8"."sender" AND "t13"."account" <> "t8"."account"
      ) AS "t35"
      GROUP BY
        1
    ) AS "t72"
      ON "t8"."subject" = "t72"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t51"."subject",
        MIN("t51"."nearest") AS "nearest",
        CAST(COUNT("t51"."inside") AS INT) AS "matches",
        CASE
          WHEN COUNT("t51"."inside") = COUNT("t51"."value.confirmed_by")
          THEN MAX("t51"."value.confirmed_by")
          ELSE CAST(NULL AS BIGINT)
        END AS "max_confirmed_by"
      FROM (
        SELECT
          "t8"."subject",
          (
            GREATEST(
              0,
              DATE_DIFF('DAY', "t8"."decided_on", "t14"."valid_from"),
              DATE_DIFF('DAY', "t14"."valid_to", "t8"."decided_on")
            ) << 32
          ) + "t14"."row" AS "nearest",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t8"."decided_on", "t14"."valid_from"),
              DATE_DIFF('DAY', "t14"."valid_to", "t8"."decided_on")
            ) <= 0
            THEN 1
            ELSE CAST(NULL AS TINYINT)
          END AS "inside",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t8"."decided_on", "t14"."valid_from"),
              DATE_DIFF('DAY', "t14"."valid_to", "t8"."decided_on")
            ) <= 0
            THEN "t14"."confirmed_by"
            ELSE CAST(NULL AS BIGINT)
          END AS "value.confirmed_by",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t8"."decided_on", "t14"."valid_from"),
              DATE_DIFF('DAY', "t14"."valid_to", "t8"."decided_on")
            ) <= 0
            THEN (
              COALESCE(DATE_DIFF('DAY', MAKE_DATE(1, 1, 1), "t14"."valid_from"), 0) << 32
            ) + "t14"."row"
            ELSE CAST(NULL AS BIGINT)
          END AS "order"
        FROM "subjects" AS "t8"
        INNER JOIN "account_confirmations" AS "t14"
          ON "t14"."sender" = "t8"."sender" AND "t14"."account" = "t8"."account"
      ) AS "t51"
      GROUP BY
        1
    ) AS "t95"
      ON "t8"."subject" = "t95"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t36"."subject",
        MIN("t36"."nearest") AS "nearest",
        CAST(COUNT("t36"."inside") AS INT) AS "matches"
      FROM (
        SELECT
          "t8"."subject",
          (
            0 << 32
          ) + "t15"."row" AS "nearest",
          CASE WHEN 0 <= 0 THEN 1 ELSE CAST(NULL AS TINYINT) END AS "inside"
        FROM "subjects" AS "t8"
        INNER JOIN "document" AS "t15"
          ON "t15"."supplier_number" = "t8"."supplier_number"
          AND "t15"."position" < "t8"."position"
      ) AS "t36"
      GROUP BY
        1
    ) AS "t73"
      ON "t8"."subject" = "t73"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t41"."subject",
        MIN("t41"."nearest") AS "nearest",
        CAST(COUNT("t41"."inside") AS INT) AS "matches"
      FROM (
        SELECT
          "t8"."subject",
          (
            0 << 32
          ) + "t22"."row" AS "nearest",
          CASE WHEN 0 <= 0 THEN 1 ELSE CAST(NULL AS TINYINT) END AS "inside"
        FROM "subjects" AS "t8"
        INNER JOIN "history" AS "t22"
          ON "t22"."key" = "t8"."supplier_number"
          AND "t22"."reference" <> "t8"."reference"
          AND "t22"."position" < "t8"."position"
      ) AS "t41"
      GROUP BY
        1
    ) AS "t79"
      ON "t8"."subject" = "t79"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t37"."subject",
        MIN("t37"."nearest") AS "nearest",
        CAST(COUNT("t37"."inside") AS INT) AS "matches"
      FROM (
        SELECT
          "t8"."subject",
          (
            0 << 32
          ) + "t16"."row" AS "nearest",
          CASE WHEN 0 <= 0 THEN 1 ELSE CAST(NULL AS TINYINT) END AS "inside"
        FROM "subjects" AS "t8"
        INNER JOIN "document" AS "t16"
          ON "t16"."sender" = "t8"."sender"
          AND "t16"."plain_number" = "t8"."plain_number"
          AND "t16"."position" < "t8"."position"
      ) AS "t37"
      GROUP BY
        1
    ) AS "t74"
      ON "t8"."subject" = "t74"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t42"."subject",
        MIN("t42"."nearest") AS "nearest",
        CAST(COUNT("t42"."inside") AS INT) AS "matches"
      FROM (
        SELECT
          "t8"."subject",
          (
            0 << 32
          ) + "t23"."row" AS "nearest",
          CASE WHEN 0 <= 0 THEN 1 ELSE CAST(NULL AS TINYINT) END AS "inside"
        FROM "subjects" AS "t8"
        INNER JOIN "history" AS "t23"
          ON "t23"."sender" = "t8"."sender"
          AND "t23"."plain_number" = "t8"."plain_number"
          AND "t23"."reference" <> "t8"."reference"
          AND "t23"."position" < "t8"."position"
      ) AS "t42"
      GROUP BY
        1
    ) AS "t80"
      ON "t8"."subject" = "t80"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t46"."subject",
        MIN("t46"."nearest") AS "nearest",
        CAST(COUNT("t46"."inside") AS INT) AS "matches"
      FROM (
        SELECT
          "t8"."subject",
          (
            0 << 32
          ) + "t17"."row" AS "nearest",
          CASE WHEN 0 <= 0 THEN 1 ELSE CAST(NULL AS TINYINT) END AS "inside"
        FROM "subjects" AS "t8"
        INNER JOIN "document" AS "t17"
          ON "t17"."sender" = "t8"."sender"
          AND "t17"."payable" = "t8"."payable"
          AND "t17"."people" = "t8"."people"
          AND "t17"."position" < "t8"."position"
          AND LEVENSHTEIN("t17"."plain_number", "t8"."plain_number") = 1
      ) AS "t46"
      GROUP BY
        1
    ) AS "t85"
      ON "t8"."subject" = "t85"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t47"."subject",
        MIN("t47"."nearest") AS "nearest",
        CAST(COUNT("t47"."inside") AS INT) AS "matches"
      FROM (
        SELECT
          "t8"."subject",
          (
            0 << 32
          ) + "t24"."row" AS "nearest",
          CASE WHEN 0 <= 0 THEN 1 ELSE CAST(NULL AS TINYINT) END AS "inside"
        FROM "subjects" AS "t8"
        INNER JOIN "history" AS "t24"
          ON "t24"."sender" = "t8"."sender"
          AND "t24"."payable" = "t8"."payable"
          AND "t24"."people" = "t8"."people"
          AND "t24"."reference" <> "t8"."reference"
          AND "t24"."position" < "t8"."position"
          AND LEVENSHTEIN("t24"."plain_number", "t8"."plain_number") = 1
      ) AS "t47"
      GROUP BY
        1
    ) AS "t87"
      ON "t8"."subject" = "t87"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t48"."subject",
        MIN("t48"."nearest") AS "nearest",
        CAST(COUNT("t48"."inside") AS INT) AS "matches"
      FROM (
        SELECT
          "t8"."subject",
          (
            GREATEST(
              0,
              DATE_DIFF('DAY', "t8"."issue_date", "t18"."issue_date"),
              DATE_DIFF('DAY', "t18"."issue_date", "t8"."issue_date")
            ) << 32
          ) + "t18"."row" AS "nearest",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t8"."issue_date", "t18"."issue_date"),
              DATE_DIFF('DAY', "t18"."issue_date", "t8"."issue_date")
            ) <= "t8"."parameter.amount_window_days"
            THEN 1
            ELSE CAST(NULL AS TINYINT)
          END AS "inside"
        FROM "subjects" AS "t8"
        INNER JOIN "document" AS "t18"
          ON "t18"."sender" = "t8"."sender"
          AND "t18"."payable" = "t8"."payable"
          AND "t18"."people" = "t8"."people"
          AND "t18"."position" < "t8"."position"
      ) AS "t48"
      GROUP BY
        1
    ) AS "t90"
      ON "t8"."subject" = "t90"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t49"."subject",
        MIN("t49"."nearest") AS "nearest",
        CAST(COUNT("t49"."inside") AS INT) AS "matches"
      FROM (
        SELECT
          "t8"."subject",
          (
            GREATEST(
              0,
              DATE_DIFF('DAY', "t8"."issue_date", "t25"."issue_date"),
              DATE_DIFF('DAY', "t25"."issue_date", "t8"."issue_date")
            ) << 32
          ) + "t25"."row" AS "nearest",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t8"."issue_date", "t25"."issue_date"),
              DATE_DIFF('DAY', "t25"."issue_date", "t8"."issue_date")
            ) <= "t8"."parameter.amount_window_days"
            THEN 1
            ELSE CAST(NULL AS TINYINT)
          END AS "inside"
        FROM "subjects" AS "t8"
        INNER JOIN "history" AS "t25"
          ON "t25"."sender" = "t8"."sender"
          AND "t25"."payable" = "t8"."payable"
          AND "t25"."people" = "t8"."people"
          AND "t25"."reference" <> "t8"."reference"
          AND "t25"."position" < "t8"."position"
      ) AS "t49"
      GROUP BY
        1
    ) AS "t91"
      ON "t8"."subject" = "t91"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t38"."subject",
        MIN("t38"."nearest") AS "nearest",
        CAST(COUNT("t38"."inside") AS INT) AS "matches"
      FROM (
        SELECT
          "t8"."subject",
          (
            0 << 32
          ) + "t19"."row" AS "nearest",
          CASE WHEN 0 <= 0 THEN 1 ELSE CAST(NULL AS TINYINT) END AS "inside"
        FROM "subjects" AS "t8"
        INNER JOIN "document" AS "t19"
          ON "t19"."uuid" = "t8"."uuid" AND "t19"."position" < "t8"."position"
      ) AS "t38"
      GROUP BY
        1
    ) AS "t76"
      ON "t8"."subject" = "t76"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t43"."subject",
        MIN("t43"."nearest") AS "nearest",
        CAST(COUNT("t43"."inside") AS INT) AS "matches"
      FROM (
        SELECT
          "t8"."subject",
          (
            0 << 32
          ) + "t26"."row" AS "nearest",
          CASE WHEN 0 <= 0 THEN 1 ELSE CAST(NULL AS TINYINT) END AS "inside"
        FROM "subjects" AS "t8"
        INNER JOIN "history" AS "t26"
          ON "t26"."uuid" = "t8"."uuid"
          AND "t26"."reference" <> "t8"."reference"
          AND "t26"."position" < "t8"."position"
      ) AS "t43"
      GROUP BY
        1
    ) AS "t82"
      ON "t8"."subject" = "t82"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t39"."subject",
        MIN("t39"."nearest") AS "nearest",
        CAST(COUNT("t39"."inside") AS INT) AS "matches"
      FROM (
        SELECT
          "t8"."subject",
          (
            0 << 32
          ) + "t20"."row" AS "nearest",
          CASE WHEN 0 <= 0 THEN 1 ELSE CAST(NULL AS TINYINT) END AS "inside"
        FROM "subjects" AS "t8"
        INNER JOIN "document" AS "t20"
          ON "t20"."credits" = "t8"."supplier_number"
      ) AS "t39"
      GROUP BY
        1
    ) AS "t77"
      ON "t8"."subject" = "t77"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t44"."subject",
        MIN("t44"."nearest") AS "nearest",
        CAST(COUNT("t44"."inside") AS INT) AS "matches"
      FROM (
        SELECT
          "t8"."subject",
          (
            0 << 32
          ) + "t27"."row" AS "nearest",
          CASE WHEN 0 <= 0 THEN 1 ELSE CAST(NULL AS TINYINT) END AS "inside"
        FROM "subjects" AS "t8"
        INNER JOIN "history" AS "t27"
          ON "t27"."credits" = "t8"."supplier_number"
      ) AS "t44"
      GROUP BY
        1
    ) AS "t83"
      ON "t8"."subject" = "t83"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t40"."subject",
        MIN("t40"."nearest") AS "nearest",
        CAST(COUNT("t40"."inside") AS INT) AS "matches"
      FROM (
        SELECT
          "t8"."subject",
          (
            0 << 32
          ) + "t21"."row" AS "nearest",
          CASE WHEN 0 <= 0 THEN 1 ELSE CAST(NULL AS TINYINT) END AS "inside"
        FROM "subjects" AS "t8"
        INNER JOIN "document" AS "t21"
          ON "t21"."supplier_number" = "t8"."credits"
          AND "t21"."reference" <> "t8"."reference"
      ) AS "t40"
      GROUP BY
        1
    ) AS "t78"
      ON "t8"."subject" = "t78"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t45"."subject",
        MIN("t45"."nearest") AS "nearest",
        CAST(COUNT("t45"."inside") AS INT) AS "matches"
      FROM (
        SELECT
          "t8"."subject",
          (
            0 << 32
          ) + "t28"."row" AS "nearest",
          CASE WHEN 0 <= 0 THEN 1 ELSE CAST(NULL AS TINYINT) END AS "inside"
        FROM "subjects" AS "t8"
        INNER JOIN "history" AS "t28"
          ON "t28"."key" = "t8"."credits" AND "t28"."reference" <> "t8"."reference"
      ) AS "t45"
      GROUP BY
        1
    ) AS "t84"
      ON "t8"."subject" = "t84"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t50"."subject",
        MIN("t50"."nearest") AS "nearest",
        CAST(COUNT("t50"."inside") AS INT) AS "matches"
      FROM (
        SELECT
          "t8"."subject",
          (
            GREATEST(
              0,
              DATE_DIFF('DAY', "t8"."issue_date", "t29"."issue_date"),
              DATE_DIFF('DAY', "t29"."issue_date", "t8"."issue_date")
            ) << 32
          ) + "t29"."row" AS "nearest",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t8"."issue_date", "t29"."issue_date"),
              DATE_DIFF('DAY', "t29"."issue_date", "t8"."issue_date")
            ) <= "t8"."parameter.split_days"
            THEN 1
            ELSE CAST(NULL AS TINYINT)
          END AS "inside"
        FROM "subjects" AS "t8"
        INNER JOIN "near_ceiling" AS "t29"
          ON "t29"."sender" = "t8"."sender" AND "t29"."reference" <> "t8"."reference"
      ) AS "t50"
      GROUP BY
        1
    ) AS "t92"
      ON "t8"."subject" = "t92"."subject"
    LEFT OUTER JOIN (
      SELECT
        "t52"."subject",
        MIN("t52"."nearest") AS "nearest",
        CAST(COUNT("t52"."inside") AS INT) AS "matches",
        CASE
          WHEN COUNT("t52"."inside") = COUNT("t52"."value.ceiling")
          THEN MIN("t52"."value.ceiling")
          ELSE CAST(NULL AS DECIMAL(15, 2))
        END AS "min_ceiling",
        CASE
          WHEN COUNT("t52"."inside") = COUNT("t52"."value.stopped")
          THEN MAX("t52"."value.stopped")
          ELSE CAST(NULL AS BIGINT)
        END AS "max_stopped"
      FROM (
        SELECT
          "t8"."subject",
          (
            GREATEST(
              0,
              DATE_DIFF('DAY', "t8"."decided_on", "t30"."valid_from"),
              DATE_DIFF('DAY', "t30"."valid_to", "t8"."decided_on")
            ) << 32
          ) + "t30"."row" AS "nearest",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t8"."decided_on", "t30"."valid_from"),
              DATE_DIFF('DAY', "t30"."valid_to", "t8"."decided_on")
            ) <= 0
            THEN 1
            ELSE CAST(NULL AS TINYINT)
          END AS "inside",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t8"."decided_on", "t30"."valid_from"),
              DATE_DIFF('DAY', "t30"."valid_to", "t8"."decided_on")
            ) <= 0
            THEN "t30"."ceiling"
            ELSE CAST(NULL AS DECIMAL(15, 2))
          END AS "value.ceiling",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t8"."decided_on", "t30"."valid_from"),
              DATE_DIFF('DAY', "t30"."valid_to", "t8"."decided_on")
            ) <= 0
            THEN "t30"."stopped"
            ELSE CAST(NULL AS BIGINT)
          END AS "value.stopped",
          CASE
            WHEN GREATEST(
              0,
              DATE_DIFF('DAY', "t8"."decided_on", "t30"."valid_from"),
              DATE_DIFF('DAY', "t30"."valid_to", "t8"."decided_on")
            ) <= 0
            THEN (
              COALESCE(DATE_DIFF('DAY', MAKE_DATE(1, 1, 1), "t30"."valid_from"), 0) << 32
            ) + "t30"."row"
            ELSE CAST(NULL AS BIGINT)
          END AS "order"
        FROM "subjects" AS "t8"
        INNER JOIN "supplier_limits" AS "t30"
          ON "t30"."sender" = "t8"."sender"
      ) AS "t52"
      GROUP BY
        1
    ) AS "t96"
      ON "t8"."subject" = "t96"."subject"
  ) AS "t97"
) AS "t98"
