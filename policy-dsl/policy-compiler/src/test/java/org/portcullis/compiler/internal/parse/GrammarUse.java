package org.portcullis.compiler.internal.parse;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.Vocabulary;
import org.antlr.v4.runtime.tree.ParseTree;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.compiler.internal.parse.generated.PolicyLexer;
import org.portcullis.compiler.internal.parse.generated.PolicyParser;

/**
 * What a text uses of the grammar, and what there is to use.
 *
 * @param rules the names of the rules that its sentences are made of
 * @param words the grammar's own words that stand in it
 */
public record GrammarUse(Set<String> rules, Set<String> words) {

    /** Everything that the grammar has. */
    public static GrammarUse whole() {
        Vocabulary vocabulary = PolicyLexer.VOCABULARY;
        return new GrammarUse(
                new TreeSet<>(Arrays.asList(PolicyParser.ruleNames)),
                IntStream.rangeClosed(1, vocabulary.getMaxTokenType())
                        .mapToObj(vocabulary::getLiteralName)
                        .filter(literal -> literal != null && Character.isLetter(literal.charAt(1)))
                        .map(GrammarUse::word)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** What a text uses that compiles. */
    public static GrammarUse of(String text) {
        GrammarUse use = new GrammarUse(new TreeSet<>(), new TreeSet<>());
        List<Token> words = Words.of(new SourceText("example", text), new Diagnostics());
        for (Token word : words) {
            String literal = PolicyLexer.VOCABULARY.getLiteralName(word.getType());
            if (literal != null) {
                use.words.add(word(literal));
            }
        }
        Words.sentences(words).forEach(sentence -> use.collect(tree(sentence)));
        return use;
    }

    private static String word(String literal) {
        return literal.substring(1, literal.length() - 1);
    }

    private static ParseTree tree(Sentence sentence) {
        PolicyParser parser = new PolicyParser(new CommonTokenStream(new ListTokenSource(sentence.words())));
        parser.removeErrorListeners();
        return parser.sentence();
    }

    private void collect(ParseTree node) {
        if (node instanceof ParserRuleContext rule) {
            rules.add(PolicyParser.ruleNames[rule.getRuleIndex()]);
        }
        for (int child = 0; child < node.getChildCount(); child++) {
            collect(node.getChild(child));
        }
    }
}
