"""An e-invoice as Gevinst knows it: typed, frozen, the same for all three profiles.

Amounts are `Decimal` in the document's currency. `paths` on a part maps a field's name to the XPath it
was read from, e.g. `{"number": "/Invoice/ID"}` (local names, position where it repeats). In a document
that was read, `paths` and `unread` are worked out when first asked for (see provenance.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

Paths = Mapping[str, str]
Part = TypeVar("Part")
_new, _set = object.__new__, object.__setattr__


def adopt(cls: type[Part], values: dict[str, Any]) -> Part:
    """A frozen part whose fields are `values`: one assignment instead of one a field makes reading fast."""
    made = _new(cls)
    _set(made, "__dict__", values)
    return made


class Traced:
    """A part of a read document: `paths` and `unread` come from its provenance on first use."""

    def __getattr__(self, name: str) -> Any:
        if name in {"paths", "unread"} and "_trace" in self.__dict__:
            provenance, part = self.__dict__["_trace"]
            value = provenance.paths(part) if name == "paths" else provenance.unread()
            self.__dict__[name] = value
            return value
        raise AttributeError(name)

    @property
    def content(self) -> bytes:
        """The whole document as received; empty for what was not read from one."""
        return self.__dict__["_trace"][0].content if "_trace" in self.__dict__ else b""


@dataclass(frozen=True)
class Identifier:
    """A value with its scheme, as written (`DK:CVR`, `0184`, `GLN`, `0088`, …; "" when none)."""

    value: str
    scheme: str = ""


@dataclass(frozen=True)
class Address:
    street: str = ""
    number: str = ""
    postcode: str = ""
    city: str = ""
    country: str = ""


@dataclass(frozen=True)
class Party(Traced):
    """`cvr` is eight digits, `gln` thirteen, "" where the document states none that is valid in form.

    `legal_id` and `endpoint` keep what was written, whatever country it is from.
    """

    name: str
    cvr: str
    gln: str
    legal_id: Identifier
    endpoint: Identifier
    vat_id: Identifier
    address: Address
    contact_id: str = ""
    contact_name: str = ""
    email: str = ""
    legal_name: str = ""
    identifiers: tuple[Identifier, ...] = ()
    paths: Paths = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True)
class AllowanceCharge:
    """`amount` as stated; `charge` says whether it is added or taken away, `percent` (0-100) of `base`."""

    charge: bool
    amount: Decimal
    reason: str = ""
    base: Decimal | None = None
    percent: Decimal | None = None
    tax_category: str = ""
    tax_percent: Decimal | None = None


@dataclass(frozen=True)
class TaxSubtotal:
    """`scheme` is the tax as written: `VAT` or `63` (Moms), another number for a duty."""

    category: str
    percent: Decimal | None
    taxable: Decimal
    tax: Decimal
    scheme: str = ""


@dataclass(frozen=True)
class Property:
    name: str
    value: str


@dataclass(frozen=True)
class Line(Traced):
    """`price` is per `base_quantity` units, `amount` the line's net amount as stated."""

    id: str
    name: str
    quantity: Decimal
    unit: str
    price: Decimal
    base_quantity: Decimal
    amount: Decimal
    description: str = ""
    note: str = ""
    seller_item_id: str = ""
    standard_item_id: Identifier = Identifier("")
    classifications: tuple[Identifier, ...] = ()
    order_line: str = ""
    order: str = ""
    accounting_cost: str = ""
    tax_category: str = ""
    tax_percent: Decimal | None = None
    period_start: date | None = None
    period_end: date | None = None
    delivered: date | None = None
    document_references: tuple[str, ...] = ()
    properties: tuple[Property, ...] = ()
    allowances: tuple[AllowanceCharge, ...] = ()
    price_factor: Decimal = Decimal(1)
    delivery_party: tuple[str, ...] = ()
    paths: Paths = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True)
class Totals(Traced):
    """As stated, in one meaning for all profiles: `without_tax` is BT-109, `tax` the VAT (and duty) total."""

    lines: Decimal
    without_tax: Decimal
    tax: Decimal
    with_tax: Decimal
    allowances: Decimal
    charges: Decimal
    prepaid: Decimal
    rounding: Decimal
    payable: Decimal
    paths: Paths = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True)
class Payment(Traced):
    """`code` is the UNCL 4461 means, `account` the creditor's, `branch` the Danish reg.nr."""

    code: str
    account: str
    branch: str = ""
    reference: str = ""
    instruction: str = ""
    channel: str = ""
    due: date | None = None
    paths: Paths = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True)
class Attachment:
    """Metadata only: `size` is the decoded size in bytes, `uri` set where it stands outside the document.

    `place` is what the document's `paths` call it: `references[2]` has its id at `references[2].id`.
    """

    id: str
    description: str
    filename: str
    mime: str
    size: int
    uri: str = ""
    sha256: str = ""
    place: str = field(default="", compare=False)


@dataclass(frozen=True)
class Invoice(Traced):
    """`profile` is `oioubl-2`, `oioubl-3` or `peppol-bis-3`; `kind` is `invoice` or `credit-note`.

    `unread` lists the XPaths of elements that hold text and that no field reads.
    `sha256` is of the bytes as received.
    """

    sha256: str
    profile: str
    customization_id: str
    kind: str
    number: str
    issue_date: date
    due_date: date | None
    type_code: str
    currency: str
    uuid: str
    copy_indicator: bool
    notes: tuple[str, ...]
    order: str
    contract: str
    buyer_reference: str
    accounting_cost: str
    period_start: date | None
    period_end: date | None
    delivered: date | None
    preceding: tuple[str, ...]
    supplier: Party
    customer: Party
    payee: Party | None
    lines: tuple[Line, ...]
    allowances: tuple[AllowanceCharge, ...]
    tax_subtotals: tuple[TaxSubtotal, ...]
    totals: Totals
    payments: tuple[Payment, ...]
    attachments: tuple[Attachment, ...]
    delivery_party: tuple[str, ...] = ()
    unread: tuple[str, ...] = field(default_factory=tuple, compare=False, repr=False)
    paths: Paths = field(default_factory=dict, compare=False, repr=False)
