"""Phrases of French, German and Spanish that mean one thing, and as which word each is compared.

Written as they are compared, without accents.
"""

from __future__ import annotations

PHRASES_ABROAD = {
    # French.
    "ne pas": "pas",
    "faux pas": "faux pas",
    "pas de deux": "pas de deux",
    "pas de calais": "pas de calais",
    "sans doute": "sans doute",
    "nulle part": "nulle part",
    "nul ne": "nul ne",
    "a peine": "a peine",
    "peut etre": "peut etre",
    "a moins que": "unless",
    "a pu": "peut",
    "ont pu": "peut",
    "ai pu": "peut",
    "avait pu": "peut",
    "avaient pu": "peut",
    "pour cent": "percent",
    "points de pourcentage": "percentage points",
    "point de pourcentage": "percentage points",
    # German.
    "immer noch": "noch",
    "es sei denn": "unless",
    "prozent": "percent",
    "prozentpunkte": "percentage points",
    "prozentpunkten": "percentage points",
    "prozentpunkt": "percentage points",
    "mio": "millionen",
    "mrd": "milliarden",
    # Spanish.
    "tengo que": "debe",
    "tiene que": "debe",
    "tienes que": "debe",
    "tenemos que": "debe",
    "tienen que": "debe",
    "tenia que": "debe",
    "tenian que": "debe",
    "tuvo que": "debe",
    "tuvieron que": "debe",
    "tendra que": "debe",
    "tendran que": "debe",
    "hay que": "debe",
    "habia que": "debe",
    "habra que": "debe",
    "tendria que": "deberia",
    "tendrian que": "deberia",
    "habria que": "deberia",
    "a veces": "a veces",
    "tal vez": "tal vez",
    "por supuesto": "por supuesto",
    "a menos que": "unless",
    "sin embargo": "sin embargo",
    "sin duda": "sin duda",
    "por ciento": "percent",
    "puntos porcentuales": "percentage points",
    "punto porcentual": "percentage points",
}
