package org.espalier.learning.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.Statement;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.LevelEntry;
import org.espalier.learning.KeepOffers;
import org.espalier.learning.Offer;
import org.espalier.learning.OfferAnswers;
import org.espalier.learning.OfferId;
import org.espalier.learning.coverage.ClaimCoverage;
import org.espalier.learning.coverage.CoverageClaim;
import org.espalier.learning.coverage.CoverageClaims;
import org.espalier.learning.coverage.CoverageId;
import org.espalier.learning.coverage.CoverageKind;
import org.espalier.learning.coverage.Subject;
import org.espalier.person.Insider;
import org.espalier.ui.DateInput;
import org.espalier.ui.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an organisation says what its learning covers: of one course, or of itself. */
@Controller
@RequestMapping("/organisations/{slug}/learning")
class OwnCoveragePages {
    private static final int LONGEST = 2_000;

    private final KeepOffers keepOffers;
    private final ClaimCoverage claimCoverage;
    private final CoverageClaims claims;
    private final PublishedVersions versions;

    OwnCoveragePages(
            KeepOffers keepOffers, ClaimCoverage claimCoverage, CoverageClaims claims, PublishedVersions versions) {
        this.keepOffers = keepOffers;
        this.claimCoverage = claimCoverage;
        this.claims = claims;
        this.versions = versions;
    }

    /** What is typed of a claim, with what is wrong with it. */
    record ClaimForm(
            String kind,
            String level,
            String evidence,
            String link,
            DateInput from,
            DateInput until,
            List<String> parts,
            FormErrors errors) {
        static ClaimForm empty() {
            return new ClaimForm("", "", "", "", DateInput.of(null), DateInput.of(null), List.of(), FormErrors.none());
        }

        static ClaimForm of(CoverageClaim claim) {
            return new ClaimForm(
                    claim.kind().name(),
                    "",
                    claim.grounds().evidence(),
                    claim.grounds().link(),
                    DateInput.of(claim.grounds().from()),
                    DateInput.of(claim.grounds().until()),
                    List.of(),
                    FormErrors.none());
        }

        static ClaimForm sent(HttpServletRequest request, boolean asksForParts) {
            var parts = request.getParameterValues("part");
            var form = new ClaimForm(
                    text(request, "kind"),
                    text(request, "level"),
                    text(request, "evidence"),
                    text(request, "link"),
                    DateInput.of(request, "from"),
                    DateInput.of(request, "until"),
                    parts == null ? List.of() : List.of(parts),
                    FormErrors.none());
            return form.checked(asksForParts);
        }

        private static String text(HttpServletRequest request, String name) {
            return Objects.requireNonNullElse(request.getParameter(name), "").strip();
        }

        private ClaimForm checked(boolean asksForParts) {
            var wrong = FormErrors.none();
            if (chosen() == null) {
                wrong = wrong.and("kind", "learning.coverage.kind.missing");
            }
            if (asksForParts && parts.isEmpty()) {
                wrong = wrong.and("parts", "learning.coverage.parts.missing");
            }
            if (evidence.length() > LONGEST) {
                wrong = wrong.and("evidence", "learning.form.long", LONGEST);
            }
            if (!OfferAnswers.isLink(link)) {
                wrong = wrong.and("link", "learning.form.link.wrong");
            }
            if (from.isWrong()) {
                wrong = wrong.and("from-day", "learning.coverage.day.wrong");
            }
            if (until.isWrong()) {
                wrong = wrong.and("until-day", "learning.coverage.day.wrong");
            } else if (from.date().isPresent()
                    && until.date().isPresent()
                    && until.date().get().isBefore(from.date().get())) {
                wrong = wrong.and("until-day", "learning.coverage.day.before");
            }
            return new ClaimForm(kind, level, evidence, link, from, until, parts, wrong);
        }

        @Nullable
        CoverageKind chosen() {
            return CoverageKind.CHOICES.stream()
                    .filter(one -> one.name().equals(kind))
                    .findFirst()
                    .orElse(null);
        }

        CoverageClaim.Grounds grounds() {
            return new CoverageClaim.Grounds(
                    evidence, link, from.date().orElse(null), until.date().orElse(null));
        }
    }

    /** The competencies of a framework to tick, and their statements. */
    record Tick(GroupEntry group, int depth, List<Statement> statements) {
        static List<Tick> of(FrameworkVersion version) {
            var ticks = new ArrayList<Tick>();
            version.groups().forEach(root -> add(version, root, 0, ticks));
            return ticks;
        }

        private static void add(FrameworkVersion version, GroupEntry group, int depth, List<Tick> ticks) {
            ticks.add(new Tick(
                    group,
                    depth,
                    version.statements().stream()
                            .filter(statement -> group.id().equals(statement.group())
                                    && !statement.text().isEmpty())
                            .toList()));
            group.groups().forEach(child -> add(version, child, depth + 1, ticks));
        }
    }

    /** The claims about one version. */
    record OfVersion(FrameworkVersion version, List<CoverageClaim> claims) {}

    @GetMapping("/covers")
    String ofProvider(Insider insider, @RequestParam(defaultValue = "") String framework, Model model) {
        KeepOffers.requireKeeper(insider);
        return page(insider, null, framework, ClaimForm.empty(), model);
    }

    @GetMapping("/{offer:\\d+}/covers")
    String ofOffer(
            Insider insider, @PathVariable long offer, @RequestParam(defaultValue = "") String framework, Model model) {
        return page(insider, keepOffers.get(insider, new OfferId(offer)), framework, ClaimForm.empty(), model);
    }

    @PostMapping("/covers")
    String addedOfProvider(Insider insider, HttpServletRequest request, HttpServletResponse response, Model model) {
        KeepOffers.requireKeeper(insider);
        return added(insider, null, request, response, model);
    }

    @PostMapping("/{offer:\\d+}/covers")
    String addedOfOffer(
            Insider insider,
            @PathVariable long offer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return added(insider, keepOffers.get(insider, new OfferId(offer)), request, response, model);
    }

    private String added(
            Insider insider,
            @Nullable Offer offer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var framework = Objects.requireNonNullElse(request.getParameter("framework"), "");
        var version = versions.current(framework).orElse(null);
        var form = ClaimForm.sent(request, true);
        var kind = form.chosen();
        if (version == null || kind == null || form.errors().any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(insider, offer, framework, form, model);
        }
        claimCoverage.add(insider, offer == null ? null : offer.id(), subjects(version, form), kind, form.grounds());
        return "redirect:" + address(insider, offer) + "?framework=" + version.slug() + "#said";
    }

    private static List<Subject> subjects(FrameworkVersion version, ClaimForm form) {
        var subjects = new ArrayList<Subject>();
        var level = version.level(form.level()).map(LevelEntry::id).orElse(null);
        for (var part : form.parts()) {
            if (part.startsWith("g:") && version.group(part.substring(2)).isPresent()) {
                subjects.add(Subject.of(version.id(), part.substring(2), level));
            } else if (part.startsWith("s:")) {
                version.statement(part.substring(2))
                        .ifPresent(statement -> subjects.add(Subject.of(version.id(), statement.id())));
            }
        }
        return subjects;
    }

    @GetMapping("/claims/{claim:\\d+}")
    String edit(Insider insider, @PathVariable long claim, Model model) {
        var own = claimCoverage.get(insider, new CoverageId(claim));
        return editPage(insider, own, ClaimForm.of(own), model);
    }

    @PostMapping("/claims/{claim:\\d+}")
    String edited(
            Insider insider,
            @PathVariable long claim,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var own = claimCoverage.get(insider, new CoverageId(claim));
        var form = ClaimForm.sent(request, false);
        var kind = form.chosen();
        if (kind == null || form.errors().any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return editPage(insider, own, form, model);
        }
        claimCoverage.change(insider, own.id(), kind, form.grounds());
        return "redirect:" + back(insider, own);
    }

    @PostMapping("/claims/{claim:\\d+}/take-back")
    String takenBack(Insider insider, @PathVariable long claim) {
        var own = claimCoverage.get(insider, new CoverageId(claim));
        claimCoverage.takeBack(insider, own.id());
        return "redirect:" + back(insider, own);
    }

    private static String back(Insider insider, CoverageClaim claim) {
        var home = insider.organisation().address() + "/learning";
        return (claim.offer() == null ? home : home + "/" + claim.offer()) + "/covers#said";
    }

    private static String address(Insider insider, @Nullable Offer offer) {
        var home = insider.organisation().address() + "/learning";
        return (offer == null ? home : home + "/" + offer.id()) + "/covers";
    }

    private String editPage(Insider insider, CoverageClaim claim, ClaimForm form, Model model) {
        model.addAttribute("claim", claim);
        model.addAttribute("version", versions.find(claim.subject().version()).orElseThrow());
        model.addAttribute("back", back(insider, claim));
        model.addAttribute("form", form);
        return "learning/web/ownClaim";
    }

    private String page(Insider insider, @Nullable Offer offer, String framework, ClaimForm form, Model model) {
        var provider = keepOffers.provider(insider.organisation());
        Map<FrameworkVersion, List<CoverageClaim>> said = new LinkedHashMap<>();
        for (var claim : claims.of(provider.id(), offer == null ? null : offer.id())) {
            versions.find(claim.subject().version())
                    .ifPresent(version -> said.computeIfAbsent(version, first -> new ArrayList<>())
                            .add(claim));
        }
        var version = versions.current(framework).orElse(null);
        model.addAttribute("offer", offer);
        model.addAttribute("address", address(insider, offer));
        model.addAttribute(
                "said",
                said.entrySet().stream()
                        .map(entry -> new OfVersion(entry.getKey(), entry.getValue()))
                        .toList());
        model.addAttribute("frameworks", versions.allCurrent());
        model.addAttribute("version", version);
        model.addAttribute("ticks", version == null ? List.of() : Tick.of(version));
        model.addAttribute("form", form);
        return "learning/web/ownCovers";
    }
}
