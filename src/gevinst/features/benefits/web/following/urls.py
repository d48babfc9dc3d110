"""Addresses of what hangs on a business case, from readiness to realised."""

from django.urls import path

from gevinst.features.benefits.web.cases.urls import ONE
from gevinst.features.benefits.web.following.parties import page as parties
from gevinst.features.benefits.web.following.pool import moving
from gevinst.features.benefits.web.following.pool import page as pool
from gevinst.features.benefits.web.following.readiness import answering
from gevinst.features.benefits.web.following.readiness import page as readiness
from gevinst.features.benefits.web.following.realised import page as realised
from gevinst.features.benefits.web.following.realised import rebasing, recording
from gevinst.features.benefits.web.following.tree import changing, drawing, node
from gevinst.features.benefits.web.following.tree import page as tree

urlpatterns = [
    path(f"{ONE}parathed/", readiness.show, name="case-readiness"),
    path(f"{ONE}parathed/svar/", answering.answer, name="case-readiness-answer"),
    path(f"{ONE}parathed/udelad/", answering.leave_out, name="case-readiness-leave-out"),
    path(f"{ONE}parathed/risiko/", answering.add_gap, name="case-readiness-gap"),
    path(f"{ONE}risikopulje/", pool.show, name="case-pool"),
    path(f"{ONE}risikopulje/bevaegelse/", moving.move, name="case-pool-move"),
    path(f"{ONE}gevinsttrae/", tree.show, name="case-tree"),
    path(f"{ONE}gevinsttrae/hent/", drawing.download, name="case-tree-svg"),
    path(f"{ONE}gevinsttrae/tilfoej/", changing.add, name="case-tree-add"),
    path(f"{ONE}gevinsttrae/forbind/", changing.connect, name="case-tree-connect"),
    path(f"{ONE}gevinsttrae/fjern/", changing.remove, name="case-tree-remove"),
    path(f"{ONE}gevinsttrae/knude/<str:node_id>/", node.tell, name="case-tree-node"),
    path(f"{ONE}parter/", parties.show, name="case-parties"),
    path(f"{ONE}realiseret/", realised.show, name="case-realised"),
    path(f"{ONE}realiseret/tal/", recording.record, name="case-realised-record"),
    path(f"{ONE}realiseret/drift/", recording.take, name="case-realised-take"),
    path(f"{ONE}realiseret/maalestok/", rebasing.rebase, name="case-realised-rebase"),
]
