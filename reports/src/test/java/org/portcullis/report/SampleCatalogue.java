package org.portcullis.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.portcullis.mapping.Addressee;
import org.portcullis.mapping.Corpus;
import org.portcullis.mapping.DateMark;
import org.portcullis.mapping.InForce;
import org.portcullis.mapping.ObligationKind;
import org.portcullis.mapping.Paraphrase;
import org.portcullis.mapping.Provision;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.mapping.Source;
import org.portcullis.mapping.Sureness;
import org.portcullis.model.citation.Citation;

/** A few provisions, so that additions to the real catalogue do not change what the sheets must say. */
public final class SampleCatalogue {
    private SampleCatalogue() {}

    public static ProvisionCatalogue few() {
        Citation parent = new Citation("FCA-MAR", "7A.3.2R");
        Citation limits = new Citation("FCA-MAR", "7A.3.2R(2)");
        Citation erroneous = new Citation("FCA-MAR", "7A.3.2R(3)");
        return ProvisionCatalogue.of(
                "A few provisions",
                List.of(
                        corpus("FCA-MAR", "Financial Conduct Authority"),
                        corpus("PRA-ALGO", "Prudential Regulation Authority"),
                        corpus("UK-RTS6", "UK legislation"),
                        corpus("FCA-PRIN", "Financial Conduct Authority")),
                List.of(new Source("R1", "the Handbook", Source.Tier.PRIMARY, List.of())),
                List.of(
                        provision("FCA-MAR", "7A.3.2R", "Sets what systems have to achieve.", ObligationKind.PREVENT),
                        provision("FCA-MAR", "7A.3.2R(2)", "Systems work under limits.", ObligationKind.LIMIT),
                        provision(
                                "FCA-MAR", "7A.3.2R(3)", "Systems keep erroneous orders back.", ObligationKind.PREVENT),
                        provision(
                                "FCA-MAR", "7A.3.3R(1)", "Business goes on when systems fail.", ObligationKind.GOVERN),
                        provision("PRA-ALGO", "2.1", "Controls suit the business.", ObligationKind.LIMIT),
                        provision("UK-RTS6", "15(1)(b)", "The value of an order has a maximum.", ObligationKind.LIMIT),
                        provision("UK-RTS6", "15(1)(c)", "The volume of an order has a maximum.", ObligationKind.LIMIT),
                        provision("UK-RTS6", "15(5)", "Traders trade what they may.", ObligationKind.PREVENT),
                        provision("UK-RTS6", "12", "All orders can be cancelled at once.", ObligationKind.PREVENT),
                        provision("FCA-PRIN", "3", "Affairs are organised well.", ObligationKind.GOVERN)),
                Map.of(limits, parent, erroneous, parent));
    }

    private static Corpus corpus(String name, String body) {
        return new Corpus(name, body, "title of " + name, "United Kingdom", "not verified", name + ".yaml");
    }

    private static Provision provision(String corpus, String name, String paraphrase, ObligationKind kind) {
        return new Provision(
                new Citation(corpus, name),
                "section of " + name,
                new Paraphrase(paraphrase),
                List.of(kind),
                Addressee.FIRM,
                "a firm that trades",
                new InForce(
                        new DateMark.Unknown(),
                        new DateMark.Unknown(),
                        List.of(LocalDate.of(2022, 5, 2)),
                        Sureness.SECONDARY,
                        "seen in force that day"),
                List.of("R1"),
                new DateMark.Unknown(),
                Sureness.PRIMARY,
                "");
    }
}
