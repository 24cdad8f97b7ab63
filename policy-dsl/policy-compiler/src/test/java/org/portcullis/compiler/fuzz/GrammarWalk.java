package org.portcullis.compiler.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;
import org.portcullis.compiler.internal.parse.generated.PolicyParser;

/**
 * Writes sentences by walking at random through the parser's own network, so that every rule of the grammar is walked and none can be forgotten.
 *
 * <p>What comes out is a sentence of the grammar, and mostly nonsense.
 */
final class GrammarWalk {
    private static final int LONG_SENTENCE = 120;
    private static final int UNREACHABLE = 1_000_000;

    private static final Map<Integer, List<String>> LEXEMES = Map.of(
            PolicyParser.ID, List.of("LDN-D1", "ORDER-LIMIT", "D1-KILL", "A-B", "NOT-GRANTED", "X-1-2-3"),
            PolicyParser.CAPS, List.of("USD", "EUR", "XLON", "A", "FCA"),
            PolicyParser.WORD, List.of("shares", "bn", "é", "lots", "a_b"),
            PolicyParser.REGION, List.of("Europe/London", "UTC/Nowhere"),
            PolicyParser.PATH,
                    List.of(
                            "order.notional",
                            "order.quantity",
                            "order.desk",
                            "market.adv",
                            "market.price",
                            "order.arrival",
                            "basket.notional",
                            "basket.warnings",
                            "message.id",
                            "strategy.id",
                            "no.such"),
            PolicyParser.NUMBER,
                    List.of(
                            "0",
                            "1",
                            "10",
                            "1,000",
                            "9,223,372,036,854.775807",
                            "99999999999999999999",
                            "1.2.3",
                            "0.0000001"),
            PolicyParser.DATE, List.of("2026-11-01", "2026-12-01", "2024-02-29", "2023-02-30", "0000-00-00", "1-1-1"),
            PolicyParser.STRING,
                    List.of(
                            "\"London\"",
                            "\"\"",
                            "\"{limit} {no.such}\"",
                            "\"day.csv\"",
                            "\"../x\"",
                            "\"part.policy\""));

    private final ATN atn = PolicyParser._ATN;
    private final int[] cost = new int[atn.states.size()];
    private final Random random;

    GrammarWalk(Random random) {
        this.random = random;
        findCosts();
    }

    /** A sentence, up to its full stop. */
    String sentence() {
        List<String> words = new ArrayList<>();
        walk(PolicyParser.RULE_sentence, words);
        return String.join(" ", words);
    }

    private void walk(int rule, List<String> words) {
        ATNState state = atn.ruleToStartState[rule];
        while (!(state instanceof RuleStopState)) {
            Transition next = choose(state, words.size());
            if (next instanceof RuleTransition call) {
                walk(call.ruleIndex, words);
                state = call.followState;
                continue;
            }
            if (!next.isEpsilon()) {
                int[] types = next.label().toArray();
                int type = types[random.nextInt(types.length)];
                if (type != Token.EOF) {
                    words.add(word(type));
                }
            }
            state = next.target;
        }
    }

    /** Any way on while the sentence is short, and then the shortest. */
    private Transition choose(ATNState state, int length) {
        Transition[] ways = state.getTransitions();
        if (length < LONG_SENTENCE && random.nextInt(8) > 0) {
            return ways[random.nextInt(ways.length)];
        }
        Transition shortest = ways[0];
        for (Transition way : ways) {
            shortest = cost(way) < cost(shortest) ? way : shortest;
        }
        return shortest;
    }

    private String word(int type) {
        List<String> lexemes = LEXEMES.get(type);
        if (lexemes != null) {
            return lexemes.get(random.nextInt(lexemes.size()));
        }
        String literal = PolicyParser.VOCABULARY.getLiteralName(type);
        return literal == null ? "?" : literal.substring(1, literal.length() - 1);
    }

    private void findCosts() {
        Arrays.fill(cost, UNREACHABLE);
        for (RuleStopState stop : atn.ruleToStopState) {
            cost[stop.stateNumber] = 0;
        }
        for (boolean changed = true; changed; ) {
            changed = false;
            for (ATNState state : atn.states) {
                if (state == null || state instanceof RuleStopState) {
                    continue;
                }
                for (Transition way : state.getTransitions()) {
                    if (cost(way) < cost[state.stateNumber]) {
                        cost[state.stateNumber] = cost(way);
                        changed = true;
                    }
                }
            }
        }
    }

    private int cost(Transition way) {
        if (way instanceof RuleTransition call) {
            return Math.min(UNREACHABLE, cost[call.target.stateNumber] + cost[call.followState.stateNumber]);
        }
        return Math.min(UNREACHABLE, cost[way.target.stateNumber] + (way.isEpsilon() ? 0 : 1));
    }
}
