package org.espalier.testing;

import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.FrameworkFormat;
import org.espalier.framework.format.FrameworkFormat.Read;

/** Made-up frameworks of a made-up trade, with everything that a framework can have. */
public final class Beekeeping {
    private static final String FRAMEWORK = """
            format: espalier/1
            kind: framework
            title: Beekeeping careers TITLE
            titleInferred: false
            publisher: The Guild of Keepers
            language: en
            status: published
            rights: Free to read
            source: {file: beekeeping.txt, sha256: 0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9}
            progression: cumulative
            progressionBasis: Each grade adds to the one below.
            levels:
              - id: grade-1
                code: Grade 1
                title: Helper
                careerFrameworkLevels: [2, 3]
                descriptor: [Helps a keeper with the daily round.]
                jobDescription: [Carries frames and tools]
                requirements: [A clean driving record]
                exampleRoles: [Apiary helper]
              - id: grade-2
                code: Grade 2
                title: Keeper
                descriptor: [Keeps several colonies without help.]
                jobDescription: [Carries frames and tools, Plans the week]
                requirements: [One season as a helper]
                exampleRoles: [Keeper, Queen rearer]
              - id: grade-3
                code: Grade 3
                title: Master
                descriptor: [Answers for a whole apiary.]
            groups:
              - id: husbandry
                kind: strand
                code: null
                title: Husbandry
                titleInferred: false
                description: Work with living colonies.
                groups:
                  - {id: feeding, kind: aspect, code: "1.1", title: Feeding, titleInferred: false, groups: []}
                  - {id: health, kind: aspect, code: "1.2", title: Health of the colony, titleInferred: true, groups: []}
              - {id: trade, kind: strand, title: Trade, titleInferred: false, groups: []}
            facets:
              - {id: knows, title: What a keeper knows}
              - {id: does, title: What a keeper does}
            statements:
              - {id: f1, level: grade-1, group: feeding, facet: does, facetCertain: true, kind: expectation, state: stated, text: "Feeds a colony in autumn, with help", qualifier: With supervision, source: {line: 11, endLine: 12, page: 2}}
              - {id: f2, level: grade-1, group: feeding, facet: knows, facetCertain: false, kind: expectation, state: stated, text: Knows when nectar is scarce, qualifier: With supervision}
              - {id: h1, level: grade-1, group: health, facetCertain: true, kind: expectation, state: stated, text: Wears a veil near open hives}
              - {id: e1, level: grade-1, facetCertain: true, kind: entry-criterion, state: stated, text: Is not allergic to stings}
              - {id: f3, level: grade-2, group: feeding, facet: does, facetCertain: true, kind: expectation, state: stated, text: Feeds several colonies in autumn}
              - {id: h2, level: grade-2, group: health, facetCertain: true, kind: expectation, state: stated, text: Wears a veil near open hives}
              - {id: h3, level: grade-2, group: health, facetCertain: true, kind: expectation, state: stated, text: Treats mites, leadIn: "Looks after health:"}
              - {id: l1, level: grade-2, group: health, facetCertain: true, kind: learning, state: stated, text: Attends a course on queens}
              - {id: t1, level: grade-3, group: trade, facetCertain: true, kind: expectation, state: stated, text: Negotiates the price of honey}
              - {id: t2, level: grade-2, group: trade, facetCertain: true, kind: expectation, state: not-applicable, text: null}
            routes:
              - {from: Anybody, to: grade-1, toStated: true, requirements: [Curiosity], opportunities: [Work outdoors], supports: [A mentor]}
              - {from: Helper, to: Keeper, toStated: true, requirements: [A season], opportunities: [], supports: []}
              - {from: Keepers from abroad, to: null, toStated: false, requirements: [], opportunities: [Language lessons], supports: []}
            providerMappings:
              - {provider: Hive School, code: "1.1", state: stated, note: Teaches feeding in spring}
              - {provider: Hive School, code: "1.2", state: not-applicable}
            references: [The Keeper’s Almanac]
            annotations:
              - {severity: note, code: group-title-inferred, message: The title of 1.2 was inferred.}
              - {severity: warning, code: level-contradicts-document, message: The heading here says Grade 4., source: {line: 31, endLine: 31}}
            leftOut:
              - {line: 1, endLine: 3, reason: page-furniture, text: Printed on recycled paper}
              - {line: 4, endLine: 9, reason: table-of-contents, text: Contents}
              - {line: 60, endLine: 60, reason: page-furniture, text: Page 2}
              - {line: 61, endLine: 62, reason: of-its-own-kind, text: A poem}
            """;

    private static final String ROLE = """
            format: espalier/1
            kind: role-profile
            title: Queen rearer TITLE
            titleInferred: false
            publisher: The Guild of Keepers
            language: en
            progression: unstated
            role:
              namedRole: Queen rearer
              areaOfWork: Breeding
              experienceRequired: Two seasons
              careerFrameworkLevels: [4]
              scope: [Rears queens for sale.]
              sections:
                - title: Core competences
                  layer: core
                  entries:
                    - {principle: Communication, principleCode: "1", function: Speak plainly, competence: Explain your work, code: BEE1, uri: "https://example.org/bee1"}
                    - {principle: Safety, principleCode: "3", function: Protect people, competence: Handle smoke safely}
                - title: Locality competences
                  layer: locality
                  entries: []
              learning:
                - {title: Formal learning, items: [A course in genetics]}
              cpd:
                - {title: Yearly, items: [A visit to another apiary]}
            """;

    private Beekeeping() {}

    /** A cumulative framework of three grades and two strands, the second at two grades only. */
    public static FrameworkDocument framework(String title) {
        return read(FRAMEWORK.replace("TITLE", title));
    }

    /** The same framework, but another provider is mapped to it. */
    public static FrameworkDocument framework(String title, String provider) {
        return read(FRAMEWORK.replace("TITLE", title).replace("Hive School", provider));
    }

    /** The same framework, but each grade says all that it expects. */
    public static FrameworkDocument restated(String title) {
        return read(FRAMEWORK
                .replace("TITLE", title)
                .replace("progression: cumulative", "progression: restated")
                .replace("Each grade adds to the one below.", "Each grade says all that it expects."));
    }

    /** The same framework a year later: one statement reworded, one gone, one new; ids given afresh. */
    public static FrameworkDocument revised(String title) {
        return read(FRAMEWORK
                .replace("TITLE", title)
                .replace("Feeds several colonies in autumn", "Feeds several colonies in autumn and in spring")
                .replace("Treats mites", "Keeps wasps away from weak hives")
                .replace("id: f3", "id: x1")
                .replace("id: h3", "id: f3"));
    }

    public static FrameworkDocument role(String title) {
        return read(ROLE.replace("TITLE", title));
    }

    private static FrameworkDocument read(String yaml) {
        return switch (FrameworkFormat.read(yaml)) {
            case Read.Document read -> read.document();
            case Read.Invalid invalid ->
                throw new IllegalStateException(invalid.problems().toString());
        };
    }
}
