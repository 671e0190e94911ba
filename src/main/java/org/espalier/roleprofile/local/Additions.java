package org.espalier.roleprofile.local;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.espalier.framework.format.RoleEntry.Origin;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation adds to a national role profile, and nothing of the profile itself.
 *
 * @param name what the role is called there; null for the profile's own name
 * @param next the number that the next competence or note gets; none is ever given twice
 */
public record Additions(@Nullable String name, int next, List<Competence> competences, List<Note> notes) {
    public static final Additions NONE = new Additions(null, 1, List.of(), List.of());

    public Additions {
        competences = List.copyOf(competences);
        notes = List.copyOf(notes);
    }

    /**
     * A competence that the role asks for there, beside the national ones.
     *
     * @param code of the national occupational standard that it is, null for anything else
     * @param origin the statement or standard that it was taken from, null for the organisation's own words
     */
    public record Competence(
            int number,
            String text,
            @Nullable String qualifier,
            @Nullable String leadIn,
            @Nullable String code,
            @Nullable String uri,
            @Nullable Origin origin) {

        /** The organisation's own words. */
        public static Competence own(String text) {
            return new Competence(0, text, null, null, null, null, null);
        }

        /** A national occupational standard, whose title is never changed (PRODUCT.md, rule 7). */
        public static Competence standard(String code, String title, @Nullable String uri) {
            return new Competence(0, title, null, null, code, uri, Origin.ofStandard(code));
        }

        @JsonIgnore
        public boolean isOwnWords() {
            return origin == null && code == null;
        }

        Competence numbered(int given) {
            return new Competence(given, text, qualifier, leadIn, code, uri, origin);
        }

        Competence reworded(String words) {
            return new Competence(number, words, qualifier, leadIn, code, uri, origin);
        }

        /** True when both are the same standard, whatever the case of the code, or say the same. */
        boolean says(@Nullable String otherCode, String otherText) {
            return isStandard(otherCode) || plain(text).equals(plain(otherText));
        }

        boolean isStandard(@Nullable String otherCode) {
            return code != null && otherCode != null && code.strip().equalsIgnoreCase(otherCode.strip());
        }
    }

    /**
     * Something the organisation has to say.
     *
     * @param about the key of the national competence, null for the role as a whole
     */
    public record Note(int number, @Nullable String about, String text) {
        Note about(@Nullable String other) {
            return new Note(number, other, text);
        }
    }

    /** White space, case and a full stop at the end make no difference. */
    static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ").replaceAll("\\.$", "").toLowerCase(Locale.ROOT);
    }

    @JsonIgnore
    public boolean isEmpty() {
        return name == null && competences.isEmpty() && notes.isEmpty();
    }

    boolean saysTheSameAs(Additions other) {
        return Objects.equals(name, other.name) && competences.equals(other.competences) && notes.equals(other.notes);
    }

    public Optional<Competence> competence(int number) {
        return competences.stream().filter(one -> one.number() == number).findFirst();
    }

    public Optional<Note> note(int number) {
        return notes.stream().filter(one -> one.number() == number).findFirst();
    }

    /** The notes on this national competence; those on the role as a whole for null. */
    public List<Note> notesAbout(@Nullable String key) {
        return notes.stream()
                .filter(note -> key == null ? note.about() == null : key.equals(note.about()))
                .toList();
    }

    Additions called(@Nullable String other) {
        return new Additions(other, next, competences, notes);
    }

    Additions with(Competence more) {
        return new Additions(name, next + 1, and(competences, more.numbered(next)), notes);
    }

    Additions withNote(@Nullable String about, String text) {
        return new Additions(name, next + 1, competences, and(notes, new Note(next, about, text)));
    }

    Additions changing(int number, UnaryOperator<Competence> change) {
        return new Additions(
                name,
                next,
                competences.stream()
                        .map(one -> one.number() == number ? change.apply(one) : one)
                        .toList(),
                notes);
    }

    Additions changingNote(int number, UnaryOperator<Note> change) {
        return new Additions(
                name,
                next,
                competences,
                notes.stream()
                        .map(one -> one.number() == number ? change.apply(one) : one)
                        .toList());
    }

    /** Without the competence or note of this number; the others keep theirs and their order. */
    Additions without(int number) {
        return new Additions(
                name,
                next,
                competences.stream().filter(one -> one.number() != number).toList(),
                notes.stream().filter(one -> one.number() != number).toList());
    }

    private static <T> List<T> and(List<T> some, T more) {
        var all = new ArrayList<>(some);
        all.add(more);
        return all;
    }
}
