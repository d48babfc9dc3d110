"""The Danish words that say nothing about what is asked for."""

from __future__ import annotations

from gevinst.engines.retrieval.stems import stem

_WORDS = """
ad af alle allerede alt altid anden andet andre at bl blandt blev blive bliver bør ca da de dem
den denne der deres det dette dig din disse dog du efter ej eksempelvis eller en end er et f eks
fik for fordi fra få får før går gøre gør ham han har havde have hende hendes her hos hun hvad
hvem hver hvilke hvilken hvilket hvis hvor hvordan hvorfor hvornår ikke ind ingen intet ja jeg
jer jo kan kommer kunne lade man mange med meget mellem men mener mere mig min mine mit mod må
måtte ned nej noget nogle nogen nu når og også om op os over pr på samt selv ses sig sige siger
sin sine sit skal skulle som så sådan tage tager til ud under var ved vi via vil ville vores
være været
"""
STOPWORDS = frozenset(stem(word) for word in _WORDS.split())
