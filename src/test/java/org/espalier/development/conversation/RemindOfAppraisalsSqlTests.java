package org.espalier.development.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.espalier.access.Actor;
import org.espalier.person.Larkfield;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.Told;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;

@EspalierTest
class RemindOfAppraisalsSqlTests {
    private static final LocalDate NEXT = LocalDate.now().plusYears(1);

    @Autowired
    ConfigurableApplicationContext application;

    @Test
    void remindsBothSidesOnceUnlessTheNextHasBegun() {
        var larkfield = Larkfield.in(application);
        var manager = larkfield.member(larkfield.lead);
        var maya = larkfield.member(larkfield.therapist);
        var begun = larkfield.member(larkfield.therapist);
        agree(larkfield, maya, manager);
        agree(larkfield, begun, manager);
        hold().startOwn(begun, larkfield.person(manager), null);
        var told = Told.by(application);

        remind(NEXT.minusDays(29));
        assertThat(told.to(maya.account())).isEmpty();
        remind(NEXT.minusDays(28));
        remind(NEXT.minusDays(27));

        assertThat(told.to(maya.account())).containsExactly("development.notice.appraisal.due");
        assertThat(told.to(manager.account())).containsExactly("development.notice.appraisal.dueOther");
        assertThat(told.to(begun.account())).isEmpty();
    }

    private void agree(Larkfield larkfield, Actor person, Actor manager) {
        var id = hold().startOwn(person, larkfield.person(manager), null);
        hold().show(manager, id);
        hold().open(person, id);
        hold().write(person, id, new Agreement(LocalDate.now(), "A good year", "Another", "Time", NEXT), 0);
        var seen = application.getBean(Appraisals.class).find(id).orElseThrow().revision();
        hold().sign(person, id, seen);
        hold().sign(manager, id, seen);
        assertThat(application.getBean(Appraisals.class).find(id).orElseThrow().stage())
                .isEqualTo(Stage.AGREED);
    }

    private HoldAppraisal hold() {
        return application.getBean(HoldAppraisal.class);
    }

    private void remind(LocalDate today) {
        application.getBean(RemindOfAppraisals.class).remind(today);
    }
}
