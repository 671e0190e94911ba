package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The four strands of practice that frameworks of health and social care share, with the beginnings of words that show
 * them. They serve to suggest a title where a document prints none.
 */
enum Pillar {
    PRACTICE(
            "Professional practice",
            "autonom clinical patient citizen care caring professional accountab judge reason decision diagnos treat"
                    + " intervention scope policies procedure codes safe risk ethic consent communicat record complex"),
    EDUCATION(
            "Education", "educat learn teach taught mentor student coach train placement curricul supervis preceptor"),
    LEADERSHIP(
            "Leadership and management",
            "lead manag budget team recruit partnership objective strateg workload resource staff change delegat"
                    + " vision culture organisation political economic service role plan quality"),
    RESEARCH(
            "Research and evidence",
            "research evidence audit evaluat disseminat methodolog publish innovat improve question statistic peer"
                    + " proposal guideline review literature data");

    private final String title;
    private final List<String> beginnings;

    Pillar(String title, String beginnings) {
        this.title = title;
        this.beginnings = List.of(beginnings.split(" "));
    }

    String title() {
        return title;
    }

    /** How much of a text speaks of this strand, 0–1. */
    double share(String text) {
        var words = Phrase.words(text);
        var hits = words.stream()
                .filter(word -> beginnings.stream().anyMatch(word::startsWith))
                .count();
        return words.isEmpty() ? 0 : (double) hits / words.size();
    }

    /** The strand that a heading names, if it names one. */
    static Optional<Pillar> named(String heading) {
        var words = Phrase.words(heading);
        if (words.size() > 7 || words.isEmpty()) {
            return Optional.empty();
        }
        var text = " " + String.join(" ", words) + " ";
        if (text.matches(".* (research|evidence|ymchwil|tystiolaeth)\\b.*")) {
            return Optional.of(RESEARCH);
        }
        if (text.matches(".* (leadership|management|leading|arweinyddiaeth|arwain|rheolaeth|rheoli)\\b.*")) {
            return Optional.of(LEADERSHIP);
        }
        if (text.matches(".* (education|facilitat\\w* \\w*learning|teaching|learning|addysg|dysgu)\\b.*")) {
            return Optional.of(EDUCATION);
        }
        return text.matches(".* (clinical|professional|direct)\\b.* practice .*|.* ymarfer (proffesiynol|clinigol) .*")
                ? Optional.of(PRACTICE)
                : Optional.empty();
    }

    /** Calls groups without a code pillars when most of them are named as such. */
    static void mark(List<GroupDraft> groups) {
        var plain = groups.stream().filter(group -> group.code == null).toList();
        var pillars = plain.stream()
                .filter(group -> group.title != null && named(group.title).isPresent())
                .count();
        if (pillars >= 2 && pillars * 2 > plain.size()) {
            plain.forEach(group -> group.kind = "pillar");
        }
    }

    /**
     * The strands of some texts, one each and no two the same, chosen so that the texts together speak most of them;
     * empty when there are more texts than strands, or one of them says nothing of its strand.
     */
    static List<Pillar> of(List<String> texts) {
        if (texts.size() < 2 || texts.size() > values().length) {
            return List.of();
        }
        var best = new ArrayList<Pillar>();
        var score = assign(texts, new ArrayList<>(), 0, best, 0);
        return score > 0 ? List.copyOf(best) : List.of();
    }

    private static double assign(
            List<String> texts, List<Pillar> chosen, double score, List<Pillar> best, double bestScore) {
        if (chosen.size() == texts.size()) {
            if (score > bestScore) {
                best.clear();
                best.addAll(chosen);
                return score;
            }
            return bestScore;
        }
        var highest = bestScore;
        for (var pillar : values()) {
            var share = pillar.share(texts.get(chosen.size()));
            if (!chosen.contains(pillar) && share > 0) {
                chosen.add(pillar);
                highest = assign(texts, chosen, score + share, best, highest);
                chosen.removeLast();
            }
        }
        return highest;
    }
}
