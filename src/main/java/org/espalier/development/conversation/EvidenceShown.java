package org.espalier.development.conversation;

import java.util.List;
import org.espalier.portfolio.EvidenceContent;
import org.espalier.portfolio.EvidenceKind;
import org.espalier.portfolio.EvidenceView;

/**
 * A piece of evidence as it was when somebody showed it: its words alone. Its files stay in the portfolio, from which they
 * can be shared.
 *
 * @param files the names of its files
 */
public record EvidenceShown(EvidenceKind kind, EvidenceContent content, List<String> files) {
    public EvidenceShown {
        files = files == null ? List.of() : List.copyOf(files);
    }

    static EvidenceShown of(EvidenceView view) {
        return new EvidenceShown(
                view.kind(),
                view.content(),
                view.presentFiles().stream().map(file -> file.name()).toList());
    }
}
