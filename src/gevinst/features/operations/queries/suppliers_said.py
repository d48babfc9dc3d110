"""What people have said of suppliers: which accounts stand confirmed and by whom, which limits hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from django.utils import timezone

from gevinst.features.operations.models import AccountConfirmation, SupplierLimit, WorkItem
from gevinst.features.operations.queries.known_of_items import TOLD

PEOPLE = 2  # so many different ones make an account confirmed
ACCOUNT_RULE = "account"
Row = dict[str, str | None]


@dataclass(frozen=True, slots=True)
class Standing:
    """An account of a supplier and the words that hold for it now; `entries` is all that was ever said."""

    sender: str
    account: str
    words: tuple[AccountConfirmation, ...]
    entries: tuple[AccountConfirmation, ...]

    @property
    def people(self) -> int:
        """How many different people have confirmed."""
        return len({each.actor_id for each in self.words})

    @property
    def confirmed(self) -> bool:
        """Whether two different people have."""
        return self.people >= PEOPLE

    def said_by(self, user_id: int | None) -> bool:
        """Whether that person's word is among those that hold."""
        return any(each.actor_id == user_id for each in self.words)


def standing(authority_id: int, sender: str, account: str) -> Standing:
    """What holds for one account now."""
    rows = AccountConfirmation.objects.filter(
        authority=authority_id, sender=sender, account=account
    )
    return _standing(sender, account, rows)


def standings(authority_id: int, sender: str) -> list[Standing]:
    """What holds for every account of the supplier that anybody said something of, by account."""
    return _grouped(AccountConfirmation.objects.filter(authority=authority_id, sender=sender))


def account_of(item: WorkItem) -> tuple[str, str]:
    """The supplier's id and the account that the item asks to be paid to; "" where it names none."""
    told = item.keys.get(TOLD, {})
    return told.get("sender", ""), told.get("account", "")


def confirmed_accounts(authority_id: int, senders: Collection[str]) -> Iterator[Row]:
    """The register `account_confirmations` for these suppliers; who nobody vouches for is left out."""
    rows = AccountConfirmation.objects.filter(authority=authority_id, sender__in=senders)
    for each in _grouped(rows):
        if each.words:
            since = timezone.localdate(each.words[-1].at).isoformat()
            yield {
                "sender": each.sender,
                "account": each.account,
                "confirmed_by": str(each.people),
                "valid_from": since,
            }


def limit_of(authority_id: int, sender: str) -> SupplierLimit | None:
    """The limit that holds for the supplier; None where none was ever set."""
    return SupplierLimit.objects.filter(authority=authority_id, sender=sender).last()


def limits(authority_id: int) -> list[SupplierLimit]:
    """The limit of each supplier that has one now, by supplier."""
    return [each for each in _latest(authority_id) if each.stopped or each.ceiling is not None]


def supplier_limits(authority_id: int, senders: Collection[str]) -> Iterator[Row]:
    """The register `supplier_limits` for these suppliers, from the day each was set."""
    for each in _latest(authority_id):
        if each.sender in senders and (each.stopped or each.ceiling is not None):
            yield {
                "sender": each.sender,
                "ceiling": None if each.ceiling is None else str(each.ceiling),
                "stopped": "1" if each.stopped else "0",
                "reason": each.reason,
                "valid_from": timezone.localdate(each.at).isoformat(),
            }


def _latest(authority_id: int) -> list[SupplierLimit]:
    rows = SupplierLimit.objects.filter(authority=authority_id)
    return list(rows.order_by("sender", "-id").distinct("sender"))


def _grouped(rows: Iterable[AccountConfirmation]) -> list[Standing]:
    by_account: defaultdict[tuple[str, str], list[AccountConfirmation]] = defaultdict(list)
    for row in rows:
        by_account[row.sender, row.account].append(row)
    return [_standing(*key, by_account[key]) for key in sorted(by_account)]


def _standing(sender: str, account: str, rows: Iterable[AccountConfirmation]) -> Standing:
    """A withdrawal ends all that was said before it."""
    entries, words = tuple(rows), list[AccountConfirmation]()
    for entry in entries:
        if entry.kind == AccountConfirmation.Kind.WITHDRAW:
            words.clear()
        else:
            words.append(entry)
    return Standing(sender, account, tuple(words), entries)
