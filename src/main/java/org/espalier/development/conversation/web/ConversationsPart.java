package org.espalier.development.conversation.web;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.espalier.access.Actor;
import org.espalier.development.conversation.AppraisalView;
import org.espalier.development.conversation.ObjectiveShown;
import org.espalier.development.conversation.OwnConversations;
import org.espalier.development.conversation.OwnConversations.Own;
import org.espalier.development.conversation.Preceptorship;
import org.espalier.development.conversation.Preparation;
import org.espalier.development.conversation.Side;
import org.espalier.development.conversation.Stage;
import org.espalier.development.conversation.Supervision;
import org.espalier.person.PersonId;
import org.espalier.portfolio.PortfolioArchive;
import org.espalier.portfolio.PortfolioPart;
import org.espalier.ui.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Puts the conversations about a person into what they take away: what is confidential to two stays readable to the one
 * whom it is about.
 */
@Component
@Order(3)
class ConversationsPart implements PortfolioPart {
    private final OwnConversations conversations;

    ConversationsPart(OwnConversations conversations) {
        this.conversations = conversations;
    }

    /** {@code conversations.json}, as {@code docs/portfolio-json.md} describes it. */
    private record Data(
            String format,
            List<AppraisalHeld> appraisals,
            List<Supervised> supervision,
            List<Accompanied> preceptorship) {}

    private record AppraisalHeld(
            String with,
            Stage stage,
            Words mine,
            @Nullable Words theirs,
            @Nullable LocalDate metOn,
            String lookingBack,
            String lookingAhead,
            String support,
            @Nullable LocalDate nextBy,
            @Nullable Instant signedByMe,
            @Nullable Instant signedByThem,
            List<ObjectiveShown> plan) {}

    private record Words(String wentWell, String wasHard, String next) {
        static Words of(Preparation preparation) {
            return new Words(preparation.wentWell(), preparation.wasHard(), preparation.next());
        }
    }

    private record Supervised(
            String with,
            Supervision.Kind kind,
            Instant startedAt,
            @Nullable Instant endedAt,
            List<Session> sessions) {}

    private record Session(
            LocalDate on, Supervision.Attendance attendance, int minutes, String myNote, String theirNote) {}

    private record Accompanied(
            String with,
            LocalDate startsOn,
            LocalDate plannedEnd,
            @Nullable LocalDate endedOn,
            boolean completed,
            int protectedMinutes,
            List<Entry> entries) {}

    private record Entry(LocalDate on, Preceptorship.Kind kind, int minutes, String note, boolean byMe) {}

    @Override
    public void addTo(PortfolioArchive archive, Actor actor, PersonId person, Messages words) throws IOException {
        var own = conversations.of(actor);
        if (own.isEmpty()) {
            return;
        }
        archive.addJson("conversations/conversations.json", data(own));
        for (var appraisal : own.appraisals()) {
            archive.addPdf("conversations/appraisal-" + appraisal.id() + ".pdf", AppraisalPaper.of(appraisal, words));
        }
        for (var supervision : own.supervisions()) {
            archive.addPdf(
                    "conversations/supervision-" + supervision.id() + ".pdf",
                    new LogPaper(words, actor.name(), own.name(supervision.other())).of(supervision));
        }
        for (var preceptorship : own.preceptorships()) {
            archive.addPdf(
                    "conversations/preceptorship-" + preceptorship.id() + ".pdf",
                    new LogPaper(words, actor.name(), own.name(preceptorship.other())).of(preceptorship));
        }
    }

    private static Data data(Own own) {
        return new Data(
                "espalier-conversations/1",
                own.appraisals().stream().map(ConversationsPart::held).toList(),
                own.supervisions().stream()
                        .map(one -> new Supervised(
                                own.name(one.other()),
                                one.kind(),
                                one.startedAt(),
                                one.endedAt(),
                                one.sessions().stream()
                                        .map(session -> new Session(
                                                session.on(),
                                                session.attendance(),
                                                session.minutes(),
                                                session.personNote(),
                                                session.otherNote()))
                                        .toList()))
                        .toList(),
                own.preceptorships().stream()
                        .map(one -> new Accompanied(
                                own.name(one.other()),
                                one.startsOn(),
                                one.plannedEnd(),
                                one.endedOn(),
                                one.completed(),
                                one.protectedMinutes(),
                                one.entries().stream()
                                        .map(entry -> new Entry(
                                                entry.on(),
                                                entry.kind(),
                                                entry.minutes(),
                                                entry.note(),
                                                entry.by() == Side.PERSON))
                                        .toList()))
                        .toList());
    }

    private static AppraisalHeld held(AppraisalView view) {
        var theirs = view.theirs();
        var agreement = view.agreement();
        return new AppraisalHeld(
                view.other().name(),
                view.stage(),
                Words.of(view.mine()),
                theirs == null ? null : Words.of(theirs),
                agreement.metOn(),
                agreement.lookingBack(),
                agreement.lookingAhead(),
                agreement.support(),
                agreement.nextBy(),
                view.mySignature(),
                view.theirSignature(),
                view.plan());
    }
}
