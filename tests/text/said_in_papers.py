"""More sentences as newspapers print them, and short articles: who says what in each.

A row is a text and, of each statement in it, the speaker as worded and the content.
"""

from __future__ import annotations

PAPERS: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "Finch, 54, told them that she wrote. “Nobody wrote back,” she said.\n\nRenn’s spokeswoman said it was late.",
        [
            ("Finch, 54", "she wrote"),
            ("she", "Nobody wrote back"),
            ("Renn’s spokeswoman", "it was late"),
        ],
    ),
    (
        "“It’s a shambles,” one trader, who asked not to be named, told the Courier. “We were told June.”",
        [("one trader, who asked not to be named", "It’s a shambles … We were told June")],
    ),
    (
        "The ministry said it was “aware of the reports” but declined to comment further.",
        [("The ministry", "it was “aware of the reports”"), ("The ministry", "to comment further")],
    ),
    ("Asked if she would stand again, Renn smiled and said, “Ask me in May.”", [("Renn", "Ask me in May")]),
    (
        "In an interview with the Ard Courier published on Sunday, Renn said that the town “will not beg”.",
        [("Renn", "the town “will not beg”")],
    ),
    (
        "Writing in the Courier, the former mayor Tom Rook called the plan “vandalism”.",
        [("the former mayor Tom Rook", "the plan “vandalism”")],
    ),
    (
        "“We must be honest with people,” she writes. “There is no money.”",
        [("she", "We must be honest with people … There is no money")],
    ),
    ("“There is no money,” the letter reads.", [("the letter", "There is no money")]),
    (
        "The letter, signed by 40 doctors, warns that wards will close.",
        [("The letter, signed by 40 doctors", "wards will close")],
    ),
    ("The court heard that Larkin had lied to his wife.", [("The court", "Larkin had lied to his wife")]),
    (
        "Prosecutor Ruth Aske told the jury: “He lied to his wife, he lied to his bank and he lied to you.”",
        [("Prosecutor Ruth Aske", "He lied to his wife, he lied to his bank and he lied to you")],
    ),
    ("Larkin, of Mill Lane, Ard, denies three counts of fraud.", []),
    ("Larkin denies fraud.", []),
    (
        "“He was a lovely boy,” said his aunt, Mina Poe. “He would help anybody.” Another neighbour said he was quiet.",
        [("his aunt, Mina Poe", "He was a lovely boy … He would help anybody"), ("Another neighbour", "he was quiet")],
    ),
    (
        "Tributes were paid to Poe, who was described by friends as “the kindest of men”.",
        [("friends", "the kindest of men")],
    ),
    ("Poe has been described as “the kindest of men”.", []),
    ("His mother, speaking through tears, said: “Come home.”", [("His mother", "Come home")]),
    (
        "Speaking after the match, coach Bo Lind said his side had been “second best all over the pitch”.",
        [("coach Bo Lind", "his side had been “second best all over the pitch”")],
    ),
    ("Lind: “We were second best.”\n\nThe coach, Bo Lind, was calm.", [("Lind", "We were second best")]),
    ("Coach Lind’s verdict? “Second best.”", []),
    (
        "“I’m gutted,” said Lind, whose side have lost five in a row.",
        [("Lind, whose side have lost five", "I’m gutted")],
    ),
    ("“I’m gutted,” said Lind; his captain, Abe Roe, said nothing.", [("Lind", "I’m gutted")]),
    (
        "Ms Finch said she “didn’t, and still don’t, understand” the delay.",
        [("Ms Finch", "she “didn’t, and still don’t, understand” the delay")],
    ),
    (
        "“The north lock is safe”, the mayor insisted last week. “It is not”, Finch now says.",
        [("the mayor", "The north lock is safe"), ("Finch", "It is not")],
    ),
    ("The mayor says the lock is safe. Finch disagrees.", [("The mayor", "the lock is safe")]),
    (
        "The lock is safe, the mayor says, but Finch says it leaks.",
        [("the mayor", "The lock is safe"), ("Finch", "it leaks")],
    ),
    (
        "Government sources have told the Courier that the mayor’s plan is “dead in the water”.",
        [("Government sources", "the mayor’s plan is “dead in the water”")],
    ),
    ("The Courier understands that the plan is dead.", [("The Courier", "the plan is dead")]),
    ("The plan is dead, the Courier can reveal.", [("the Courier", "The plan is dead")]),
    ("Scientists say they have found a cure for boredom.", [("Scientists", "they have found a cure for boredom")]),
    (
        "A study published in Lake Science found that pike eat more in winter.",
        [("A study published in Lake Science", "pike eat more in winter")],
    ),
    (
        "“Pike,” the lead author, Dr Ida Holm, said in a statement, “are greedy.”",
        [("the lead author, Dr Ida Holm", "Pike … are greedy")],
    ),
    (
        "Dr Holm, who was not involved in the study, said the sample was small.",
        [("Dr Holm, who was not involved in the study", "the sample was small")],
    ),
    (
        "Its finance spokesman, Ivo Marsh, said: “It is a fraud.” He added that his party would vote against it.",
        [
            ("Its finance spokesman, Ivo Marsh", "It is a fraud"),
            ("He", "his party would vote against it"),
        ],
    ),
    (
        "Replying, the chancellor said Mr Marsh had “the memory of a goldfish”.",
        [("the chancellor", "Mr Marsh had “the memory of a goldfish”")],
    ),
    ("He told MPs: “I have nothing to add.”", [("He", "I have nothing to add")]),
    (
        "“I have nothing to add,” he told MPs in a terse statement before leaving the chamber to jeers.",
        [("he", "I have nothing to add")],
    ),
    (
        "Responding to the claims, a company spokesman said: “We do not recognise these figures.”",
        [("a company spokesman", "We do not recognise these figures")],
    ),
    ("Renn later clarified that she had meant “next year”.", [("Renn", "she had meant “next year”")]),
    ("Renn tweeted on Sunday night that the talks had collapsed.", [("Renn", "the talks had collapsed")]),
    (
        "The president of the union, Abe Roe, called on members to stay at home.",
        [("The president of the union, Abe Roe", "to stay at home")],
    ),
    ("“We have no choice but to strike” — Abe Roe, union president", [("Abe Roe", "We have no choice but to strike")]),
    (
        "Roe warned: “No deal, no trains.” Asked about pay, he said only: “Soon.”",
        [("Roe", "No deal, no trains"), ("he", "Soon")],
    ),
    (
        "The word “strike”, Roe said, was “not in our vocabulary”.",
        [("Roe", "The word “strike” … was “not in our vocabulary”")],
    ),
    (
        "Roe, quoting his father, said: “A fool and his bridge are soon parted.”",
        [("Roe", "A fool and his bridge are soon parted")],
    ),
    ("Roe is said to be considering his future.", []),
    ("Friends of Roe say he is considering his future.", [("Friends of Roe", "he is considering his future")]),
    (
        "The plan was called “a disgrace” by Ivo Marsh, the opposition leader.",
        [("Ivo Marsh, the opposition leader", "a disgrace")],
    ),
    ("The plan, branded “reckless” by the union, was passed.", [("the union", "reckless")]),
    ("The budget was dismissed by Marsh as a “con job”.", [("Marsh", "a “con job”")]),
    ("Marsh called it “a disgrace” by accident.", [("Marsh", "it “a disgrace” by accident")]),
    ("The plan was passed by the council as “Bill 5”.", []),
    ("“It leaks,” Roe, who warned of it, said.", [("Roe, who warned of it", "It leaks")]),
    ("Ann Roe, who said the bridge leaks, resigned on Monday.", [("who", "the bridge leaks")]),
]
