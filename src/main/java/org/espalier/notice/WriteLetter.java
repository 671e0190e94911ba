package org.espalier.notice;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.espalier.ui.Messages;
import org.espalier.ui.SiteAddress;
import org.espalier.ui.Templates;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes the letter that tells somebody of entries: who did what, and where to see more. Nothing else stands in it. */
@Component
class WriteLetter {
    private static final int LISTED = 50;

    private final Messages words;
    private final Templates templates;
    private final SiteAddress site;
    private final MailChoices choices;

    WriteLetter(MessageSource messages, Templates templates, SiteAddress site, MailChoices choices) {
        this.words = new Messages(messages, Locale.UK);
        this.templates = templates;
        this.site = site;
        this.choices = choices;
    }

    Letter about(List<ActivityEntry> entries, Outbox.Due due) {
        var lines = entries.stream().limit(LISTED).map(this::line).toList();
        var content = new LetterContent(
                OneLine.of(due.name()),
                lines,
                entries.size() - lines.size(),
                site.of("/me/activity"),
                site.of("/me/activity/settings"),
                site.of("/unsubscribe/" + choices.token(due.account())));
        return new Letter(
                subject(lines, entries.size()),
                text(content),
                templates.write("notice/web/letter", Map.of("words", words, "letter", content)),
                content.unsubscribe());
    }

    private LetterContent.Line line(ActivityEntry entry) {
        var fit = new ActivityEntry(
                entry.id(),
                entry.messageKey(),
                entry.arguments().stream().map(OneLine::of).toList(),
                entry.link(),
                entry.at(),
                entry.read());
        return new LetterContent.Line(
                OneLine.of(fit.textForMail(words)),
                words.dateAndTime(entry.at()),
                site.of("/me/activity/" + entry.id()));
    }

    private String subject(List<LetterContent.Line> lines, int entries) {
        return OneLine.of(words.text(
                entries == 1 ? "notice.letter.subject.one" : "notice.letter.subject.other",
                entries == 1 ? lines.getFirst().text() : entries));
    }

    private String text(LetterContent letter) {
        var text = new StringBuilder();
        text.append(words.text("notice.letter.greeting", letter.name())).append("\n\n");
        text.append(words.text("notice.letter.intro")).append("\n\n");
        letter.lines().forEach(line -> text.append("* ")
                .append(line.text())
                .append("\n  ")
                .append(line.when())
                .append("\n  ")
                .append(line.address())
                .append("\n\n"));
        if (letter.unlisted() > 0) {
            text.append(words.text("notice.letter.more", letter.unlisted()))
                    .append("\n")
                    .append(letter.feed())
                    .append("\n\n");
        }
        text.append("-- \n").append(words.text("notice.letter.why")).append("\n\n");
        text.append(words.text("notice.letter.settings"))
                .append("\n")
                .append(letter.settings())
                .append("\n\n");
        return text.append(words.text("notice.letter.stop"))
                .append("\n")
                .append(letter.unsubscribe())
                .append("\n")
                .toString();
    }
}
