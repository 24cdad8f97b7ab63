package org.portcullis.example.embedding;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.portcullis.compiler.CompilerSettings;
import org.portcullis.compiler.PolicyCompiler;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.engine.decision.Assessor;
import org.portcullis.engine.drools.DroolsEvaluator;
import org.portcullis.engine.flow.Command;
import org.portcullis.engine.flow.EngineFailure;
import org.portcullis.engine.flow.EngineFront;
import org.portcullis.engine.flow.EnginePorts;
import org.portcullis.engine.flow.EngineTerms;
import org.portcullis.engine.flow.FrontSettings;
import org.portcullis.engine.flow.OrderEngine;
import org.portcullis.engine.flow.TimedJournal;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.metrics.EngineMeters;
import org.portcullis.engine.people.Directory;
import org.portcullis.journal.BothProviders;
import org.portcullis.journal.FileJournal;
import org.portcullis.journal.JournalDirectory;
import org.portcullis.model.PolicyPack;

/** What an order management system embeds: a journal, an engine over it, and a front for its threads. Closing it closes the journal. */
final class OrderDesk implements AutoCloseable {
    private static final String POLICY = "desk.policy";

    private final FileJournal journal;
    private final EngineFront front;

    private OrderDesk(FileJournal journal, EngineFront front) {
        this.journal = journal;
        this.front = front;
    }

    // excerpt: open
    /** Opens the journal, or begins it, and an engine that knows what the journal says. */
    static OrderDesk open(Path folder, DeskKeys keys, Directory people, InstantSource clock, MeterRegistry registry)
            throws IOException, JournalFailure, EngineFailure {
        FileJournal journal = FileJournal.open(folder, keys.journal(), clock.instant());
        boolean opened = false;
        try {
            EngineMeters meters = new EngineMeters(registry);
            SecureRandom random = new SecureRandom();
            EnginePorts ports = new EnginePorts(
                    new TimedJournal(journal, System::nanoTime, meters),
                    keys.tokens(),
                    new BothProviders(),
                    () -> HexFormat.of().formatHex(random.generateSeed(16)));
            OrderEngine engine = OrderEngine.open(JournalDirectory.at(folder), people, ports, EngineTerms.DEFAULT);
            EngineFront front = new EngineFront(engine, clock, FrontSettings.DEFAULT.with(meters, System::nanoTime));
            meters.watch(front);
            opened = true;
            return new OrderDesk(journal, front);
        } finally {
            if (!opened) {
                journal.close();
            }
        }
    }
    // end of excerpt

    // excerpt: reload
    /** Puts the policy in force, now and whenever it changes: it is compiled while others go on, and takes effect between two commands. */
    void reload(String by) throws IOException, EngineFailure {
        front.reload(() -> {
            PolicyPack pack = PolicyCompiler.compile(new SourceText(POLICY, policy()), CompilerSettings.none())
                    .pack()
                    .orElseThrow(() -> new IOException(POLICY + " has errors; the policy before stays in force"));
            return new Command.Activate(Assessor.over(DroolsEvaluator.factory(), pack), POLICY, by, List.of());
        });
    }
    // end of excerpt

    /** Where all threads ask. */
    EngineFront front() {
        return front;
    }

    @Override
    public void close() throws JournalFailure {
        journal.close();
    }

    private static String policy() throws IOException {
        try (InputStream text = OrderDesk.class.getResourceAsStream(POLICY)) {
            return new String(
                    Optional.ofNullable(text)
                            .orElseThrow(() -> new IOException(POLICY + " is missing"))
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        }
    }
}
