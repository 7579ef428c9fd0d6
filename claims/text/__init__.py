"""The pure text engine: text in, spans and statements out. No Django, no database, no clock, no network.

A map of the room; behind each door the modules that do its work, nearly in the order in which they do it.

Everywhere: `spans` (places in a text), `words` (closed classes of English), `fingerprint` and `contractions` (words as
they are compared).

`extract`: an article → its statements. In English; `languages` has the same for others, each a file of tables.
    The text taken apart: unseen (what nobody sees is read past), lines, marks, tokens, sentences.
    Which words attribute: cues (the table), verbs, subjects, borrowed (a subject that two verbs share).
    What they attribute: find, attributions; complements, objects (behind the verb), preceding (before it), extents.
    Other ways of attributing: phrases, relayed, passives, leftovers.
    What the rules hand on, and what comes out: findings; kinds, confidence, statements.
    Who speaks: titles (the tables), roles, names, runs, bodies, people (all of an article), mentions, salience (whom
    “she” means), speakers.
    What stands beside: details (day, place, addressee), outlets, hops (the chain that it came by).
    A second reader, by grammar: gaps, parsing, dependencies, spacy_models.
`dates`: an expression → an uncertain date; `expressions` finds them in a text.
    The rows: readings (what they share), days, weekdays, periods, ages, calendars, seasons, holidays, untold.
    The answer: uncertain.
`align`: two wordings of a quote → what was altered, and what of it may change the meaning; `differences` shows it.
    A wording as what is compared: atom, atoms, homographs, gathering, figures, numerals, numerals_abroad.
    Tables of words and phrases: sense, senses, counting, modals, opposites, conditionals, qualifiers, set_phrases,
    set_phrases_abroad, spelling.
    Which belong together: pairing, sliding, standing.
    What may change the meaning: meaning, raised, scope; signs (how it is set); namesakes, given_names (who says it).
    The answer: alteration.
`anchor`: a passage → where it stands in a text that may have changed since.
    wordings (the parts that are sought), places (where one may stand), alignments, moves, chains (one after the other).
`resemblance`: two wordings → how likely they are one utterance.
    rarity (what a word tells), slips, voices (what speakers and days say to it), clusters (many), copies (of a story).
`queries`: what a person types into a search → what is looked for.
`scoring`: statements held against annotated text; `tallies` counts them, `quoted` reads the marks for it.
"""
