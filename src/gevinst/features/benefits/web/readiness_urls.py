"""Addresses of what hangs on a business case, from readiness to realised, and of the portfolio."""

from django.urls import path

from gevinst.features.benefits.web import parties, pool, portfolio, readiness, realised, tree
from gevinst.features.benefits.web.cases.urls import ONE

urlpatterns = [
    path(f"{ONE}parathed/", readiness.show, name="case-readiness"),
    path(f"{ONE}parathed/svar/", readiness.answer, name="case-readiness-answer"),
    path(f"{ONE}parathed/udelad/", readiness.leave_out, name="case-readiness-leave-out"),
    path(f"{ONE}parathed/risiko/", readiness.add_gap, name="case-readiness-gap"),
    path(f"{ONE}risikopulje/", pool.show, name="case-pool"),
    path(f"{ONE}risikopulje/bevaegelse/", pool.move, name="case-pool-move"),
    path(f"{ONE}gevinsttrae/", tree.show, name="case-tree"),
    path(f"{ONE}gevinsttrae/hent/", tree.download, name="case-tree-svg"),
    path(f"{ONE}gevinsttrae/tilfoej/", tree.add, name="case-tree-add"),
    path(f"{ONE}gevinsttrae/forbind/", tree.connect, name="case-tree-connect"),
    path(f"{ONE}gevinsttrae/fjern/", tree.remove, name="case-tree-remove"),
    path(f"{ONE}gevinsttrae/knude/<str:node_id>/", tree.tell, name="case-tree-node"),
    path(f"{ONE}parter/", parties.show, name="case-parties"),
    path(f"{ONE}realiseret/", realised.show, name="case-realised"),
    path(f"{ONE}realiseret/tal/", realised.record, name="case-realised-record"),
    path(f"{ONE}realiseret/drift/", realised.take, name="case-realised-take"),
    path(f"{ONE}realiseret/maalestok/", realised.rebase, name="case-realised-rebase"),
    path("gevinster/portefoelje/", portfolio.show, name="portfolio"),
    path("gevinster/portefoelje/gevinster.csv", portfolio.as_csv, name="portfolio-csv"),
    path("gevinster/portefoelje/gevinster.xlsx", portfolio.as_excel, name="portfolio-xlsx"),
    path("gevinster/portefoelje/paamindelse/", portfolio.remind, name="portfolio-reminder"),
]
