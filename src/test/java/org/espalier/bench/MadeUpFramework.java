package org.espalier.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.LevelEntry;
import org.espalier.framework.format.StatementEntry;

/** A framework of any size that nobody published, with sentences as long and as varied as real ones. */
record MadeUpFramework(int levels, int groups, int statementsPerCell) {
    private static final List<String> GROUPS = List.of(
            "Clinical practice",
            "Leading together",
            "Learning and teaching",
            "Evidence and research",
            "Safe services",
            "Communication",
            "Working with families",
            "Records and information",
            "Managing resources",
            "Health and wellbeing");
    private static final List<String> VERBS = List.of(
            "Assesses",
            "Explains",
            "Coordinates",
            "Records",
            "Supports",
            "Reviews",
            "Plans",
            "Evaluates",
            "Prepares",
            "Monitors",
            "Delegates",
            "Improves",
            "Negotiates");
    private static final List<String> OBJECTS = List.of(
            "the recovery of people with a long-term condition",
            "the rehabilitation goals of an older person",
            "medicines at the point of discharge",
            "the nutrition and hydration of people in a care home",
            "breathing exercises after an operation",
            "safeguarding concerns about a child",
            "the equipment that helps somebody to live at home",
            "a handover between two teams",
            "the work of students on placement",
            "swallowing difficulties after a stroke",
            "an audit of infection prevention");
    private static final List<String> MANNERS = List.of(
            "with the people who know them best",
            "within agreed protocols and the limits of the role",
            "using what research and experience have shown",
            "so that risks are noticed early and acted upon",
            "across organisations and professions",
            "in words that everyone involved can understand",
            "and passes on what has been learnt");

    /** As many expectations as this, in five levels. */
    static MadeUpFramework ofSize(int expectations) {
        var groups = expectations >= 500 ? 10 : 5;
        return new MadeUpFramework(5, groups, expectations / (5 * groups));
    }

    int size() {
        return levels * groups * statementsPerCell;
    }

    String levelId(int level) {
        return "stage-" + level;
    }

    /** The framework as a draft that can be published; each level builds on those below. */
    FrameworkDocument document(String title) {
        return new FrameworkDocument(
                FrameworkDocument.FORMAT,
                FrameworkDocument.Kind.FRAMEWORK,
                title,
                false,
                null,
                "Nobody",
                "en",
                "published",
                null,
                null,
                null,
                null,
                FrameworkDocument.Progression.CUMULATIVE,
                null,
                null,
                IntStream.rangeClosed(1, levels).mapToObj(this::level).toList(),
                IntStream.range(0, groups).mapToObj(MadeUpFramework::group).toList(),
                List.of(),
                statements(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** The framework as plain text: a section for each level, in it a heading and bullets for each group. */
    String text(String title) {
        var text = new StringBuilder(title).append("\n\n");
        for (var level = 1; level <= levels; level++) {
            text.append("Stage ")
                    .append(level)
                    .append(": ")
                    .append(levelTitle(level))
                    .append("\n\n");
            text.append(descriptor(level)).append("\n\n");
            for (var group = 0; group < groups; group++) {
                text.append(GROUPS.get(group)).append("\n\n");
                for (var n = 0; n < statementsPerCell; n++) {
                    text.append("• ").append(sentence(level, group, n)).append('\n');
                }
                text.append('\n');
            }
        }
        return text.toString();
    }

    private LevelEntry level(int level) {
        return new LevelEntry(
                levelId(level),
                "Stage " + level,
                levelTitle(level),
                List.of(),
                List.of(descriptor(level)),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of());
    }

    private static GroupEntry group(int group) {
        return new GroupEntry(
                groupId(group), "pillar", null, GROUPS.get(group), false, null, List.of(), null, List.of());
    }

    private static String groupId(int group) {
        return "pillar-" + (group + 1);
    }

    private List<StatementEntry> statements() {
        var statements = new ArrayList<StatementEntry>();
        for (var level = 1; level <= levels; level++) {
            for (var group = 0; group < groups; group++) {
                for (var n = 0; n < statementsPerCell; n++) {
                    statements.add(new StatementEntry(
                            "s-" + (statements.size() + 1),
                            levelId(level),
                            groupId(group),
                            null,
                            true,
                            StatementEntry.Kind.EXPECTATION,
                            StatementEntry.State.STATED,
                            sentence(level, group, n),
                            null,
                            null,
                            null,
                            List.of()));
                }
            }
        }
        return statements;
    }

    /** Neighbouring levels reword some sentences and leave others as they are, as real frameworks do. */
    private String sentence(int level, int group, int n) {
        var subject = group * statementsPerCell + n;
        var reworded = n % 3 == 0 ? 0 : level;
        return VERBS.get((subject + reworded) % VERBS.size()) + " " + OBJECTS.get(subject % OBJECTS.size()) + " "
                + MANNERS.get((subject / OBJECTS.size() + reworded) % MANNERS.size())
                + (subject >= VERBS.size() * OBJECTS.size() ? ", also in service " + subject : "");
    }

    private static String levelTitle(int level) {
        return List.of("Starting out", "Working with support", "Working alone", "Leading others", "Shaping the service")
                .get((level - 1) % 5);
    }

    private static String descriptor(int level) {
        return "People at this stage, " + levelTitle(level).toLowerCase(Locale.ROOT)
                + ", do what is expected of them in most situations and ask when they meet a new one.";
    }
}
