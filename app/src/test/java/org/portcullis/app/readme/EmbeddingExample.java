package org.portcullis.app.readme;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.portcullis.compiler.CompilerSettings;
import org.portcullis.compiler.PolicyCompiler;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.engine.decision.Assessor;
import org.portcullis.engine.drools.DroolsEvaluator;
import org.portcullis.engine.flow.Command;
import org.portcullis.engine.flow.EngineFailure;
import org.portcullis.engine.flow.EnginePorts;
import org.portcullis.engine.flow.EngineTerms;
import org.portcullis.engine.flow.NonceSource;
import org.portcullis.engine.flow.OrderEngine;
import org.portcullis.engine.flow.Outcome;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.Signer;
import org.portcullis.engine.people.Directory;
import org.portcullis.engine.submission.MarketSnapshot;
import org.portcullis.engine.submission.Submission;
import org.portcullis.journal.BothProviders;
import org.portcullis.journal.FileJournal;
import org.portcullis.journal.JournalDirectory;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.control.Stage;

/** The example of the README, as it stands there between the two marks; {@link EmbeddingExampleTest} runs it and compares the texts. */
final class EmbeddingExample {
    private EmbeddingExample() {}

    // README begins
    static Outcome decide(
            String policy,
            Submission basket,
            MarketSnapshot market,
            Directory people,
            Path folder,
            Signer journalKey,
            Signer tokenKey,
            NonceSource nonces,
            Instant at)
            throws IOException, JournalFailure, EngineFailure {
        PolicyPack pack = PolicyCompiler.compile(new SourceText("desk.policy", policy), CompilerSettings.none())
                .pack()
                .orElseThrow(() -> new IllegalArgumentException("the policy has errors"));
        try (FileJournal journal = FileJournal.open(folder, journalKey, at)) {
            EnginePorts ports = new EnginePorts(journal, tokenKey, new BothProviders(), nonces);
            OrderEngine engine = OrderEngine.open(JournalDirectory.at(folder), people, ports, EngineTerms.DEFAULT);
            Assessor assessor = Assessor.over(DroolsEvaluator.factory(), pack);
            engine.handle(new Command.Activate(assessor, "desk.policy", "operations", List.of()), at);
            return engine.handle(new Command.Submit(basket, market, Stage.RELEASED), at)
                    .outcome();
        }
    }
    // README ends
}
