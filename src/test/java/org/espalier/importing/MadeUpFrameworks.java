package org.espalier.importing;

import org.espalier.testing.MadeUpDocument;

/** Frameworks of our own making, one or more in every shape: other words for levels, other counts, other orders. */
final class MadeUpFrameworks {

    private MadeUpFrameworks() {}

    /** Levels as sections: titles listed up front, parts under one repeated heading, a condition over each part. */
    static MadeUpDocument repeatedHeadings() {
        var document = new MadeUpDocument()
                .heading(1, "Careers in the mobile library")
                .paragraph("What people do in a library on wheels, tier by tier.")
                .heading(2, "Tier I")
                .heading(2, "Driver’s mate")
                .heading(2, "Tier II")
                .heading(2, "Driver")
                .heading(2, "Tier III")
                .heading(2, "Head of the fleet");
        tier(
                document,
                "Tier I",
                "With somebody beside them:",
                "Uses judgement within clear procedures to keep readers safe.",
                "Keeps a record of the risks seen on the road.",
                "Leads a small team of volunteers on open days.",
                "Manages the petty cash.",
                "Collects evidence for the yearly audit.");
        tier(
                document,
                "Tier II",
                "On their own:",
                "Uses judgement in complex cases and keeps readers safe.",
                "Keeps a record of the risks seen on the road and acts on it.",
                "Leads a team and its budget.",
                "Manages staff and plans change.",
                "Evaluates evidence and shares the findings of research.");
        tier(
                document,
                "Tier III",
                "For the whole fleet:",
                "Sets the scope of safe practice and the procedures for it.",
                "Is accountable for decisions on risk.",
                "Leads the strategy of the organisation.",
                "Manages budgets and partnerships.",
                "Commissions research and publishes the evidence.");
        return document.heading(2, "Picture gallery").heading(2, "Further reading");
    }

    private static void tier(MadeUpDocument document, String tier, String condition, String... items) {
        document.heading(2, tier)
                .heading(3, "What it takes")
                .paragraph(condition)
                .item(items[0])
                .item(items[1])
                .heading(3, "What it takes")
                .paragraph(condition)
                .item(items[2])
                .item(items[3])
                .heading(3, "What it takes")
                .paragraph(condition)
                .item(items[4]);
    }

    /** Levels as sections: title beside the number, a descriptor, groups with their own headings, nested items. */
    static MadeUpDocument namedGroups() {
        return new MadeUpDocument()
                .heading(1, "A framework for people who keep bees")
                .paragraph("Draft for consultation, spring edition")
                .heading(2, "Introduction")
                .paragraph(
                        "Each stage builds on the one before it. This paper is for keepers and for those who train them.")
                .heading(2, "Stage B: Keeper")
                .paragraph("A keeper looks after a few hives and knows when to ask for help.")
                .heading(3, "Caring for the hive")
                .item("Opens the hive calmly and closes it within ten minutes.")
                .item("Checks in spring:")
                .item(1, "the stores")
                .item(1, "the queen")
                .heading(3, "Working with neighbours")
                .item("Tells the neighbours before moving a hive.")
                .heading(2, "Stage A: Helper")
                .paragraph("A helper lends a hand and learns.")
                .heading(3, "Caring for the hive")
                .item("Holds the smoker and hands over the tools.")
                .heading(3, "Working with neighbours")
                .item("Greets visitors and keeps them at a distance.")
                .heading(2, "References")
                .item("The orchard calendar, Valley Press, 2019")
                .item("Notes on smoke")
                .heading(2, "Contact")
                .paragraph("Write to bees@orchard.example for a copy.");
    }

    /** Levels as sections with names and no numbers, announced in a list. */
    static MadeUpDocument namedLevels() {
        return new MadeUpDocument()
                .heading(1, "Baking together: a capability framework")
                .paragraph("There are three levels:")
                .item("Apprentice baker")
                .item("Baker")
                .item("Master of the oven")
                .heading(2, "Apprentice baker")
                .heading(3, "Dough")
                .item("Weighs flour to the gram.")
                .heading(3, "Guests")
                .item("Serves with a smile.")
                .heading(2, "Baker")
                .heading(3, "Dough")
                .item("Judges by touch when dough is ready.")
                .heading(3, "Guests")
                .item("Advises guests who must avoid nuts.")
                .heading(2, "Master of the oven")
                .heading(3, "Dough")
                .item("Writes recipes that others can follow.")
                .heading(3, "Guests")
                .item("Answers complaints in person.");
    }

    /** Levels as sections without any groups, in items or in plain paragraphs. */
    static MadeUpDocument ungrouped() {
        return new MadeUpDocument()
                .heading(1, "Lighthouse keepers: standards of practice")
                .heading(2, "Grade 1 – Watch")
                .paragraph("Lights the lamp at dusk and puts it out at dawn.")
                .paragraph("Writes down every ship that passes.")
                .heading(2, "Grade 2 – Head of watch")
                .paragraph("Plans the watches for a month.")
                .paragraph("Trains new keepers and signs off what they have learnt.");
    }

    /** The levels come again under every group. */
    static MadeUpDocument levelsInGroups() {
        return new MadeUpDocument()
                .heading(1, "Choir stewards: a framework")
                .heading(2, "Domain 1: Welcoming singers")
                .heading(3, "Level 1")
                .item("Opens the doors in good time.")
                .heading(3, "Level 2")
                .item("Settles quarrels about seats.")
                .heading(2, "Domain 2: Keeping the music")
                .heading(3, "Level 1")
                .item("Hands out the sheets.")
                .item("Counts them back in.")
                .heading(3, "Level 2")
                .item("Orders new sheets within the budget.");
    }

    /** Levels as columns: a table for each domain, the header one cell short, codes out of order, a provider's column. */
    static MadeUpDocument tablesByDomain() {
        return new MadeUpDocument()
                .heading(1, "Garden helpers: competencies at three stages")
                .heading(2, "Domain 1: Entry requirements")
                .paragraph("What somebody must bring to start at each stage.")
                .table(
                        "Starter | Experienced | Garden lead | Acorn | ",
                        "1.1 Schooling | Can read a seed packet. | Holds a certificate in gardening. | Holds a diploma or the like. | N/A",
                        "1.2 Practice | None is needed. | One full year in a garden. | Three full years in gardens. | Acorn lends tools for practice days")
                .heading(2, "Domain 2: Growing")
                .paragraph("Sowing, planting and looking after what grows.")
                .table(
                        "Starter | Experienced | Garden lead | ACORN | ",
                        "2.1 Sowing | Sows in straight rows. | Sows in straight rows. | Plans what is sown where. | n/a",
                        "2.10 Storing | Not applicable | Stores apples in straw. | Decides what is stored. | N/A",
                        "2.2. Watering | Waters in the evening. |  | As experienced | N/A");
    }

    /** Levels as columns in one table, with a row for each domain and one that describes it. */
    static MadeUpDocument domainRows() {
        return new MadeUpDocument()
                .heading(1, "Riverside wardens")
                .table(
                        "Competency | Level 2 | Level 1",
                        "Theme A: People | |",
                        "Talking | Explains the rules of the river kindly. | Greets walkers.",
                        "Listening | Notices what is not said. | Lets people finish.",
                        "Theme B: Places | |",
                        "Paths | Plans repairs for the year. | Reports holes in the path.");
    }

    /** Levels as columns with unusual names, and pillars as rows. */
    static MadeUpDocument pillarRows() {
        return new MadeUpDocument()
                .heading(1, "Weavers: what changes as people grow")
                .table(
                        "Pillar | Sprout | Stem | Crown",
                        "Professional practice | Weaves a plain cloth. | Weaves a plain cloth and a twill. | Weaves a plain cloth, a twill and a damask.",
                        "Leadership and management | Leads own day. | Leads own day and a small team. | Leads the workshop and a large team.",
                        "Research | Reads about old looms. | Reads and writes about old looms. | Writes books about old looms.");
    }

    /** Levels as rows with descriptor, requirements and roles. */
    static MadeUpDocument levelRows() {
        return new MadeUpDocument()
                .heading(1, "Stage crew: a career framework")
                .table(
                        "Level | Level descriptor | Requirements | Example roles",
                        "Entry level | Carries what has to be carried and learns the names of things. They work under the eye of others. | Care Certificate Appropriate boots | Stage Assistant Curtain Worker",
                        "Senior level | Plans the work of an evening. | First year completed | Light Technician",
                        "Lead level | Answers for the whole stage. | Ten years of practice | Stage Manager")
                .heading(2, "Routes between roles")
                .heading(3, "From Entry level to Senior level")
                .paragraph("Must know every rope by its name.")
                .paragraph("May shadow a technician for a season.")
                .paragraph("Supported by the stage manager once a week.")
                .heading(3, "Practitioners from other theatres")
                .paragraph("Should show a portfolio of plays.")
                .heading(2, "References")
                .item("The book of ropes, 2011")
                .item("Knots for all");
    }

    /** Levels as rows, pillars as columns. */
    static MadeUpDocument pillarColumns() {
        return new MadeUpDocument()
                .heading(1, "Street musicians")
                .table(
                        "Career framework level | Clinical practice | Leadership | Education",
                        "Level 3 | Plays three tunes by heart. | Decides where to stand. | Learns from others.",
                        "Level 4 | Plays thirty tunes by heart. | Leads a trio. | N/A",
                        "Level 5 | Writes tunes. |  | Teaches beginners.");
    }

    /** A row for each statement. */
    static MadeUpDocument rowForEachStatement() {
        return new MadeUpDocument()
                .table(
                        "Band | Domain | Statement | Remarks",
                        "Band 4 | Kites | Ties a knot that holds. | seen often",
                        "Band 4 | Kites | Reads the wind. |",
                        "Band 4 | Crowds | Keeps children behind the line. |",
                        "Band 3 | Kites | Holds the string. |",
                        "Band 3 | Crowds | Hands out leaflets. |");
    }

    /** No levels at all. */
    static MadeUpDocument noKnownShape() {
        return new MadeUpDocument()
                .heading(1, "Handbook of the tea room")
                .paragraph(
                        "This handbook says how the tea room works, from the first pot in the morning to the last at night.")
                .heading(2, "In the morning")
                .item("Boil the water twice.")
                .item("Warm the pots.")
                .heading(2, "At night")
                .item("Wash the pots.");
    }

    /** A role profile with tables of principle, function and competence, cells left blank below the first. */
    static MadeUpDocument roleInTables() {
        return new MadeUpDocument()
                .heading(1, "Night porter: role profile")
                .paragraph("Final version, May 2021")
                .heading(2, "Role details")
                .table(
                        "Name of role | Night porter",
                        "Setting | The front desk and the cellar",
                        "Career framework level | Level 3",
                        "Experience needed | One winter in a hotel",
                        "Reports to | The head of the house")
                .heading(2, "Purpose of the role")
                .paragraph("The night porter keeps the house while it sleeps.")
                .heading(2, "Competences shared by all level 4 roles")
                .table(
                        "Theme | Purpose | Standard",
                        "A. Guests | Greet guests | HOT1 Open the door",
                        " |  | HOT2 Carry bags",
                        "B. House | Keep the house | HOT9 Lock the cellar")
                .heading(2, "Competences for this role")
                .table("Theme | Purpose | Standard", "C. Night | Stay awake | NIG4 Walk the corridors")
                .heading(2, "Local competences")
                .paragraph("Add what your own house asks for.")
                .heading(2, "Education and training")
                .table("In the first month | Fire drill; First aid", "Later |")
                .heading(2, "Keeping up to date")
                .paragraph("Walks through the house with a colleague once a year.");
    }

    /** A role profile in lists: facts in lines, themes as headings, standards with their codes as items. */
    static MadeUpDocument roleInLists() {
        return new MadeUpDocument()
                .heading(1, "Stable hand")
                .heading(2, "What the role is for")
                .paragraph("A stable hand sees that horses are fed, clean and calm.")
                .heading(2, "Basic information")
                .paragraph("Job title: Stable hand")
                .paragraph("Field of work: Stables and paddocks")
                .paragraph("Level: Level 2")
                .heading(2, "Core competences")
                .heading(3, "Theme: Safety")
                .item("STB1 Lead a horse")
                .item("STB2 Tie a knot that opens")
                .heading(3, "Theme: Feeding")
                .item("STB7 Mix feed")
                .heading(2, "Specialist competences")
                .heading(3, "Theme: Foals")
                .item("STB12 Stay with a mare at night")
                .heading(2, "Learning")
                .heading(3, "Before starting")
                .item("A day in the yard")
                .heading(3, "In the first year")
                .item("A course on feed")
                .item("A course on hooves");
    }

    /** A table that describes the levels, tables of what they expect, and routes, in one document. */
    static MadeUpDocument severalShapes() {
        return new MadeUpDocument()
                .heading(1, "Ferry crews: a career framework")
                .heading(2, "The levels")
                .table(
                        "Level | Descriptor | Qualifications | Job titles",
                        "Level 1 | Helps on deck. | None | Deck hand; Rope hand",
                        "Level 2 | Steers by day. | A steering ticket; A year on deck | Steersman")
                .heading(2, "Domain 1: Deck")
                .table(
                        "Competence | Level 1 | Level 2",
                        "1.1 Ropes | Coils ropes. | Splices ropes.",
                        "1.2 Weather | Knows the signs of fog. | Decides whether to sail.")
                .heading(2, "Domain 2: Passengers")
                .table("Competence | Level 1 | Level 2", "2.1 Tickets | Checks tickets. | Settles disputes.")
                .heading(2, "Routes")
                .heading(3, "From Deck hand to Steersman")
                .item("Must pass the steering test.");
    }

    /** Numbered statements under numbered headings, levels descending, a condition that only the tables of others have. */
    static MadeUpDocument numberedStatements() {
        return new MadeUpDocument()
                .heading(1, "Beach rangers: a skills framework")
                .heading(2, "Introduction")
                .paragraph("Higher tiers include everything that is expected of the lower tiers.")
                .heading(2, "Tier Two")
                .paragraph("A ranger at this tier works alone.")
                .heading(3, "1. Tides")
                .paragraph("1.3 Warns people in good time.")
                .paragraph("1.4 Closes the beach.")
                .heading(3, "2. Birds")
                .paragraph("2.2 Fences nests off.")
                .heading(2, "Tier One")
                .paragraph("A ranger at this tier walks with another.")
                .heading(3, "1. Tides")
                .paragraph("1.1 Reads the tide table.")
                .paragraph("1.2 Knows where the sand is soft.")
                .heading(3, "2. Birds")
                .paragraph("2.1 Tells a tern from a gull.")
                .heading(2, "Glossary")
                .paragraph("Tern: a small white bird.");
    }

    /** Levels as columns in Welsh, a row for each area over all columns. */
    static MadeUpDocument inWelsh() {
        return new MadeUpDocument()
                .heading(1, "Fframwaith sgiliau garddio")
                .heading(2, "Cyflwyniad")
                .paragraph("Mae pob cam yn adeiladu ar y cam blaenorol.")
                .table(
                        "Cymhwysedd | Cam 1 | Cam 2",
                        "Maes 1: Tyfu | |",
                        "1.1 Hau | Yn hau hadau mewn rhes. | Yn cynllunio’r ardd.",
                        "1.2 Dyfrio | Yn dyfrio gyda’r nos. | Amherthnasol",
                        "Maes 2: Gwerthu | |",
                        "2.1 Prisiau | Yn dangos y prisiau. | Yn pennu’r prisiau.");
    }

    /** Domains over competencies over named levels, which read alike everywhere. */
    static MadeUpDocument levelsInCompetencies() {
        return new MadeUpDocument()
                .heading(1, "Bridge keepers: capability framework")
                .heading(2, "Domain 1: Bridges")
                .paragraph("Everything that carries people over water.")
                .heading(3, "Capability 1.1: Building")
                .heading(4, "Foundation")
                .item("Carries stones to the builders.")
                .heading(4, "Advanced")
                .item("Draws a bridge of two arches.")
                .heading(3, "Capability 1.2: Mending")
                .heading(4, "Foundation")
                .item("Finds cracks in the mortar.")
                .item("Reports them on the same day.")
                .heading(4, "Advanced")
                .item("Foresees where cracks will come.")
                .heading(2, "Domain 2: Rivers")
                .heading(3, "Capability 2.1: Watching")
                .heading(4, "Foundation")
                .item("Reads the gauge each morning.")
                .heading(4, "Advanced")
                .item("Predicts floods from the records.");
    }

    /** The same numbered levels in every dimension, each time with other words beside the number. */
    static MadeUpDocument levelsWordedByGroup() {
        return new MadeUpDocument()
                .heading(1, "Orchard knowledge and skills framework")
                .heading(2, "Dimension 1: Communication")
                .heading(3, "Level 1: Talk with a few people on matters of every day that are simple")
                .heading(4, "Indicators")
                .paragraph("The worker:")
                .item("speaks clearly to pickers")
                .item("reports what happened in the row")
                .heading(3, "Level 2: Talk with all sorts of people")
                .heading(4, "Indicators")
                .paragraph("The worker:")
                .item("explains why work is done as it is")
                .heading(2, "Dimension 2: Safety")
                .heading(3, "Level 1: Help to keep everybody safe")
                .heading(4, "Indicators")
                .paragraph("The worker:")
                .item("follows the rules of the orchard")
                .heading(3, "Level 2: Watch over the safety of others")
                .heading(4, "Indicators")
                .paragraph("The worker:")
                .item("checks ladders each morning")
                .item("acts when rules are broken");
    }

    /** Numbered outcomes in lower case under subjects that come again in every tier. */
    static MadeUpDocument lowerCaseOutcomes() {
        return new MadeUpDocument()
                .heading(1, "Scent gardeners: a training framework")
                .heading(2, "Tier 1: Awareness")
                .paragraph("For everybody who comes into the garden.")
                .heading(3, "Subject 1: Plants and memory")
                .paragraph("Learners should be able to:")
                .paragraph("1.1 say what a scent can bring back")
                .paragraph("1.2 name three plants that smell at night")
                .heading(3, "Subject 2: Paths")
                .paragraph("Learners should be able to:")
                .paragraph("2.1 explain why paths go in circles")
                .heading(2, "Tier 2: Practice")
                .paragraph("For everybody who works in the garden.")
                .heading(3, "Subject 1: Plants and memory")
                .paragraph("Learners should be able to:")
                .paragraph("1.3 choose plants for a bed")
                .heading(3, "Subject 2: Paths")
                .paragraph("Learners should be able to:")
                .paragraph("2.2 lay a path in a circle")
                .paragraph("2.3 keep it dry in winter");
    }

    /** Levels called by a word that counts other things elsewhere. */
    static MadeUpDocument lettered() {
        return new MadeUpDocument()
                .heading(1, "Capability framework for hedge layers")
                .heading(2, "Group A: Starting out")
                .heading(3, "Knowledge")
                .item("Knows the names of common shrubs.")
                .heading(3, "Skills")
                .item("Cuts with somebody beside them.")
                .heading(2, "Group B: Working alone")
                .heading(3, "Knowledge")
                .item("Knows the law on hedges.")
                .heading(3, "Skills")
                .item("Lays a hedge in a day.");
    }

    /** No levels: duties, then knowledge, skills and behaviours with letters and numbers, then what to bring. */
    static MadeUpDocument codedWithoutLevels() {
        return new MadeUpDocument()
                .heading(1, "Bakery hand: an occupational standard")
                .heading(2, "Duties")
                .paragraph("Duty 1 Bakes bread for the morning.")
                .paragraph("Duty 2 Keeps the oven clean.")
                .heading(2, "Knowledge")
                .paragraph("K1: How dough rises.")
                .paragraph("K2: Why ovens need air.")
                .heading(2, "Skills")
                .paragraph("S1: Kneads by hand.")
                .paragraph("S2: Sweeps an oven.")
                .heading(2, "Behaviours")
                .paragraph("B1: Is awake early.")
                .paragraph("B2: Is kind to customers.")
                .heading(2, "Qualifications")
                .paragraph("A certificate in food hygiene.");
    }

    /** Numbered standards with numbered outcomes and criteria, and no levels. */
    static MadeUpDocument standardsWithOutcomes() {
        return new MadeUpDocument()
                .heading(1, "The lighthouse certificate: standards for new keepers")
                .heading(2, "Standard 1: Your role")
                .heading(3, "1.1 Know what is expected")
                .paragraph("The keeper will be able to:")
                .item("describe their main duties")
                .item("list the rules of the tower")
                .heading(3, "1.2 Work as agreed")
                .item("say how to reach the office")
                .heading(2, "Standard 2: Your learning")
                .heading(3, "2.1 Agree a plan")
                .item("name who helps with the plan")
                .item("explain why advice matters");
    }

    /** Columns for what must, should and may be done, in a table for each standard. */
    static MadeUpDocument mustShouldMay() {
        return new MadeUpDocument()
                .heading(1, "Standards for people who ring bells")
                .heading(2, "Standard 1: Before ringing")
                .table(
                        "Ringers must | Ringers should | Ringers may",
                        "Check every rope. | Arrive early. | Warm up with a tune.",
                        "Close the trapdoor. | Open a window. | ")
                .heading(2, "Standard 2: After ringing")
                .table("Ringers must | Ringers should | Ringers may", "Tie up the ropes. | Sweep the floor. | Sing.");
    }

    /** Routes said in a sentence each, with where they start and lead before a colon. */
    static MadeUpDocument routesInSentences() {
        return new MadeUpDocument()
                .heading(1, "Professional capabilities for people who keep doves")
                .heading(2, "1. Caring for doves")
                .table(
                        "Capability | Foundation | Advanced",
                        "1.1 Feeding | Feeds with help. | Plans what is fed.",
                        "1.2 Flying | Opens the loft. | Trains young doves.")
                .heading(2, "Routes")
                .paragraph("From foundation to advanced: a year with doves is required. You may shadow a keeper.");
    }
}
