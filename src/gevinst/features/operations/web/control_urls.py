"""The addresses of what controls robots and suppliers: reconciliation, switches, suppliers, month report."""

from __future__ import annotations

from django.urls import path

from gevinst.features.operations.web import (
    controls,
    desk_accounts,
    month_report,
    reconciling,
    suppliers,
)

ROBOT = "drift/<int:robot_id>/"
SUPPLIER = "drift/leverandoerer/<str:code>/<slug:sender>/"
ITEM = "skranke/<int:robot_id>/<slug:queue>/<int:item_id>/"

urlpatterns = [
    path(f"{ROBOT}afstemning/", reconciling.page, name="reconciliation"),
    path(f"{ROBOT}afstemning/poster/", reconciling.items, name="reconciliation-items"),
    path(f"{ROBOT}afstemning/fil/<slug:kind>/", reconciling.file, name="reconciliation-file"),
    path(f"{ROBOT}stop/", controls.switch, name="robot-switch"),
    path(f"{ROBOT}styring/", controls.parameters, name="robot-parameters"),
    path(f"{ROBOT}maaned/", month_report.page, name="month-report"),
    path(f"{ROBOT}maaned/<slug:month>/<slug:kind>/", month_report.file, name="month-report-file"),
    path("drift/leverandoerer/", suppliers.listing, name="suppliers"),
    path("drift/leverandoerer/liste.csv", suppliers.listing_file, name="suppliers-csv"),
    path(SUPPLIER, suppliers.supplier, name="supplier"),
    path(f"{SUPPLIER}efterkontrol/", suppliers.post_control, name="supplier-post-control"),
    path(f"{SUPPLIER}konto/", suppliers.account, name="supplier-account"),
    path(f"{SUPPLIER}graense/", suppliers.limit, name="supplier-limit"),
    path(f"{ITEM}konto/", desk_accounts.confirm, name="desk-account"),
]
