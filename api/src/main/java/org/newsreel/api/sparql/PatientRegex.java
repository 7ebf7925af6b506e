package org.newsreel.api.sparql;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.util.Context;

/**
 * {@code REGEX} and {@code REPLACE} that end when their query is ended. Java's search for a pattern such as
 * {@code (a+)+$} takes time exponential in the text and looks at no clock; here every look at the text's characters looks
 * at the query's signal too.
 */
final class PatientRegex {
    private static final String MATCHES = "http://www.w3.org/2005/xpath-functions#matches";

    private PatientRegex() {}

    /** From now on, for all queries and updates of this process. */
    static void everywhere() {
        RewriteFactory usual = Optimize.stdOptimizationFactory;
        RewriteFactory patient = context ->
                op -> usual.create(context).rewrite(Transformer.transform(new TransformCopy(), new Exchange(), op));
        ARQ.getContext().set(ARQConstants.sysOptimizerFactory, patient);
        // Not SPARQL's own, and the same search.
        FunctionRegistry.get().remove(MATCHES);
    }

    /** Puts the patient forms in place of Jena's. */
    private static final class Exchange extends ExprTransformCopy {
        @Override
        public Expr transform(ExprFunctionN function, ExprList arguments) {
            if (function instanceof E_Regex) {
                return new Search(arguments);
            }
            return function instanceof E_StrReplace ? new Replace(arguments) : super.transform(function, arguments);
        }
    }

    private static Expr at(ExprList arguments, int index) {
        return index < arguments.size() ? arguments.get(index) : null;
    }

    private static String lexical(NodeValue value) {
        if (!value.isString() && !value.isLangString()) {
            throw new ExprEvalException("not a string: " + value);
        }
        return value.asNode().getLiteralLexicalForm();
    }

    private static String flags(List<NodeValue> arguments, int index) {
        return index < arguments.size() ? lexical(arguments.get(index)) : null;
    }

    /** Compiles a pattern that stays the same once. */
    private static final class Compiled {
        private String source;
        private String flags;
        private Pattern pattern;

        Pattern of(String label, NodeValue source, String flags) {
            String text = lexical(source);
            if (pattern == null || !text.equals(this.source) || !Objects.equals(flags, this.flags)) {
                pattern = RegexEngine.makePattern(label, text, flags);
                this.source = text;
                this.flags = flags;
            }
            return pattern;
        }
    }

    private static ExprEvalException later() {
        // Constants would else be evaluated while the query is planned, where nothing can end that.
        return new ExprEvalException("evaluated when the query runs");
    }

    private static final class Search extends E_Regex {
        private final Compiled compiled = new Compiled();

        Search(ExprList arguments) {
            super(arguments.get(0), arguments.get(1), at(arguments, 2));
        }

        @Override
        public NodeValue eval(List<NodeValue> arguments) {
            throw later();
        }

        @Override
        public NodeValue eval(List<NodeValue> arguments, FunctionEnv env) {
            Pattern pattern = compiled.of("REGEX", arguments.get(1), flags(arguments, 2));
            return NodeValue.makeBoolean(
                    pattern.matcher(new Watched(lexical(arguments.get(0)), env)).find());
        }

        @Override
        public Expr copy(ExprList arguments) {
            return new Search(arguments);
        }
    }

    private static final class Replace extends E_StrReplace {
        private final Compiled compiled = new Compiled();

        Replace(ExprList arguments) {
            super(arguments.get(0), arguments.get(1), arguments.get(2), at(arguments, 3));
        }

        @Override
        public NodeValue eval(List<NodeValue> arguments) {
            throw later();
        }

        /** Searches twice: first under watch, then, now that it is known to end, as Jena does. */
        @Override
        public NodeValue eval(List<NodeValue> arguments, FunctionEnv env) {
            var matcher = compiled.of("REPLACE", arguments.get(1), flags(arguments, 3))
                    .matcher(new Watched(lexical(arguments.get(0)), env));
            boolean more = matcher.find();
            while (more) {
                more = matcher.find();
            }
            return super.eval(arguments);
        }

        @Override
        public Expr copy(ExprList arguments) {
            return new Replace(arguments);
        }
    }

    /** A text that nobody can read any more once the query has been ended. */
    private static final class Watched implements CharSequence {
        private final String text;
        private final AtomicBoolean ended;

        Watched(String text, FunctionEnv env) {
            this(text, Context.getCancelSignal(env.getContext()));
        }

        private Watched(String text, AtomicBoolean ended) {
            this.text = text;
            this.ended = ended;
        }

        @Override
        public char charAt(int index) {
            if (ended != null && ended.get()) {
                throw new QueryCancelledException();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return new Watched(text.substring(from, to), ended);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
