package org.portcullis.app.month;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.portcullis.app.terminal.Progress;
import org.portcullis.engine.decision.Assessor;
import org.portcullis.engine.flow.Command;
import org.portcullis.engine.flow.EngineFailure;
import org.portcullis.engine.flow.EnginePorts;
import org.portcullis.engine.flow.EngineTerms;
import org.portcullis.engine.flow.OrderEngine;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.Signer;
import org.portcullis.journal.BothProviders;
import org.portcullis.journal.FileJournal;
import org.portcullis.journal.JournalDirectory;
import org.portcullis.journal.KeyFile;
import org.portcullis.journal.VerifierKey;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.vault.Concealing;
import org.portcullis.vault.Vault;
import org.portcullis.vault.VaultFailure;

/**
 * Plays a month of business through the engine into a journal.
 *
 * <p>People, orders and markets are invented and drawn from the seed; every entry is the engine's own. Time is simulated: the month takes seconds. Beside the
 * journal are its key, the organisation file, everybody's keys, and the policies that were in force.
 *
 * @param decisions how many decisions the engine made
 * @param entries how many entries the journal has
 */
public record GeneratedMonth(int decisions, long entries) {
    private static final String TOKENS = "portcullis.generated/release-tokens";

    /**
     * Plays it.
     *
     * @param pack the folder of the policy pack, with its organisation file
     * @param out an empty folder
     * @throws EngineFailure if the journal does not take an entry
     */
    public static GeneratedMonth play(
            MonthPlan plan, Path pack, Path out, ProvisionCatalogue catalogue, Progress progress)
            throws IOException, EngineFailure, JournalFailure, VaultFailure {
        MonthSeed seed = new MonthSeed(plan.seed());
        LocalDate first = plan.days().get(0);
        MonthFirm firm = MonthFirm.write(seed, pack, out, first);
        MonthPolicies policies = new MonthPolicies(pack, out, plan, catalogue);
        List<Assessor> versions = policies.compile();
        Signer journalKey = KeyFile.createUnencrypted(
                out.resolve("journal.key"), plan.journalName(), seed.bytes("key of " + plan.journalName()));
        Files.writeString(
                out.resolve("journal.vkey"), VerifierKey.of(journalKey).line() + "\n", StandardCharsets.UTF_8);
        Instant begin = MonthPlan.at(first, "06:00");
        Path folder = out.resolve("journal");
        try (Vault vault = Vault.open(out.resolve("vault"), seed.salts());
                FileJournal journal = FileJournal.open(folder, journalKey, begin)) {
            EnginePorts ports = new EnginePorts(journal, seed.key(TOKENS), new BothProviders(), seed.nonces());
            JournalDirectory entries = JournalDirectory.at(folder);
            Concealing concealing = Concealing.over(vault, entries, Set.of());
            OrderEngine engine =
                    OrderEngine.open(entries, concealing.directory(firm.directory(first)), ports, EngineTerms.DEFAULT);
            TradingFloor floor = new TradingFloor(engine, concealing, firm, seed.random("people"), begin);
            MonthMarket market = new MonthMarket(seed.random("market"));
            MonthEvents events = new MonthEvents(floor, firm, market, plan, policies, versions);
            OrdinaryFlow flow = new OrdinaryFlow(floor, market, plan, seed.random("orders"));
            new GeneratedMonth.Playing(plan, floor, firm, market, events, flow).play(progress);
            journal.publish();
            return new GeneratedMonth(
                    floor.decisions(), floor.front().subscribe("end", 1).fromIndex());
        }
    }

    /** The month day by day. */
    private record Playing(
            MonthPlan plan,
            TradingFloor floor,
            MonthFirm firm,
            MonthMarket market,
            MonthEvents events,
            OrdinaryFlow flow) {
        /** About as many decisions come of what is told of people. */
        private static final int OF_EVENTS = 45;

        void play(Progress progress) throws EngineFailure {
            List<LocalDate> days = plan.days();
            for (int day = 0; day < days.size(); day++) {
                progress.step("business of " + days.get(day), day, days.size());
                LocalDate date = days.get(day);
                floor.runUntil(MonthPlan.at(date, "06:00"));
                market.open(floor.now());
                floor.handle(new Command.ReplacePeople(firm.directory(date)));
                if (day == 0 || !plan.ordersOnly()) {
                    events.plan(day);
                }
                flow.plan(date, share(day));
                floor.runUntil(MonthPlan.at(date, "23:00"));
            }
        }

        /** The last day makes up for what the events brought. */
        private int share(int day) {
            int days = plan.days().size();
            return day == days - 1
                    ? Math.max(1, plan.decisions() - floor.decisions() - (plan.ordersOnly() ? 0 : 1))
                    : (plan.decisions() - (plan.ordersOnly() ? 1 : OF_EVENTS)) / days;
        }
    }
}
