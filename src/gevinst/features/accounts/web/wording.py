"""The codes of the audit trail in words."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ACTIONS: dict[str, Promise] = {
    "accounts.add_unit": _("Organisation unit added"),
    "accounts.choose_desk_mail": _("E-mail about the desk chosen"),
    "accounts.deactivate_user": _("Account closed"),
    "accounts.grant_role": _("Role given"),
    "accounts.load_authorities": _("Authorities loaded"),
    "accounts.make_demo_users": _("Demo users made"),
    "accounts.make_token": _("API token made"),
    "accounts.make_user": _("Account made"),
    "accounts.make_user_from_provider": _("Account made by a sign-in provider"),
    "accounts.revoke_role": _("Role taken back"),
    "accounts.revoke_token": _("API token withdrawn"),
    "catalogue.create": _("Process made"),
    "catalogue.update": _("Process changed"),
    "benefits.set_baseline": _("Baseline set"),
    "benefits.record_effect": _("Effect computed"),
    "benefits.set_cost": _("Cost of robots set"),
    "benefits.end_cost": _("Cost of robots ended"),
    "benefits.create": _("Benefit made"),
    "benefits.edit": _("Benefit changed"),
    "benefits.hand_over": _("Benefit given to a new owner"),
    "benefits.move": _("Benefit moved"),
    "benefits.measure": _("Benefit measured"),
    "benefits.remind": _("E-mail about measurements due sent"),
    "benefits.record_exception": _("Effect adjusted for an exception"),
    "install_robot": _("Robot installed"),
    "start_run": _("Run started"),
    "end_run": _("Run ended"),
    "receive": _("Documents received"),
    "take": _("Item taken"),
    "release": _("Item released"),
    "approve": _("Item approved"),
    "return": _("Item returned to the supplier"),
    "hold": _("Item put on hold"),
    "resume": _("Item taken up again"),
    "recheck": _("Item checked again"),
    "undo": _("Decision undone"),
    "deliver": _("Payment proposal made"),
    "confirm_account": _("Account confirmed by one person"),
    "withdraw_confirmation": _("Confirmation of an account withdrawn"),
    "limit_supplier": _("Limit of a supplier set"),
    "stop_robot": _("Robot stopped"),
    "start_robot": _("Robot started again"),
    "set_parameters": _("Robot's parameters set"),
    "send_digests": _("E-mail about the desk sent"),
    "collect_responses": _("Answers to suppliers collected"),
    "start_rule_change": _("Rule change begun"),
    "edit_rule_change": _("Rule change written"),
    "report_rule_impact": _("Impact of a rule change reported"),
    "propose_rule_change": _("Rule change sent for approval"),
    "approve_rule_change": _("Rule change approved"),
    "reject_rule_change": _("Rule change rejected"),
    "withdraw_rule_change": _("Rule change withdrawn"),
    "survey_registers": _("Registers looked at"),
}


def action_label(code: str) -> str:
    """What was done, in words; the code itself where there are none."""
    return str(ACTIONS.get(code, code))
