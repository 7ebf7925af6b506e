package org.newsreel.api.sparql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.iterator.IteratorDelayedInitialization;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.main.OpExecutorFactory;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.expr.aggregate.AggCountVar;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.tdb2.solver.BindingTDB;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;
import org.apache.jena.tdb2.store.NodeId;

/**
 * TDB2's evaluation, with groups that are only counted, {@code COUNT(*)} or {@code COUNT(?v)} by variables, made by node
 * id: Jena fetches each row's terms and makes a row of them before it finds the group, which is most of what such a query
 * costs. All other groups go Jena's way.
 */
final class CountingExecutor extends OpExecutorTDB2 {
    static final OpExecutorFactory FACTORY = CountingExecutor::new;
    private static final Object UNBOUND = new Object();

    private CountingExecutor(ExecutionContext context) {
        super(context);
    }

    /** From now on, for the queries that run in this context. */
    static void in(Context context) {
        QC.setFactory(context, FACTORY);
    }

    @Override
    protected QueryIterator execute(OpGroup group, QueryIterator input) {
        boolean counted = group.getGroupVars().getExprs().isEmpty()
                && !group.getAggregators().isEmpty()
                && group.getAggregators().stream().allMatch(a -> isCount(a.getAggregator()));
        return counted ? new Groups(exec(group.getSubOp(), input), group, execCxt) : super.execute(group, input);
    }

    private static boolean isCount(Aggregator aggregator) {
        return aggregator instanceof AggCount
                || aggregator instanceof AggCountVar && counted(aggregator).isVariable();
    }

    private static Expr counted(Aggregator aggregator) {
        return aggregator.getExprList().get(0);
    }

    /** Made when first asked for, as Jena's own are. */
    private static final class Groups extends QueryIterPlainWrapper {
        private final QueryIterator input;

        Groups(QueryIterator input, OpGroup group, ExecutionContext context) {
            super(
                    new IteratorDelayedInitialization<>() {
                        @Override
                        protected Iterator<Binding> initializeIterator() {
                            return new Counts(group).of(input);
                        }
                    },
                    context);
            this.input = input;
        }

        @Override
        public void requestCancel() {
            input.cancel();
            super.requestCancel();
        }

        @Override
        protected void closeIterator() {
            input.close();
            super.closeIterator();
        }
    }

    private static final class Counts {
        private final Var[] by;
        private final Var[] results;
        /** What is counted where bound; null where every row counts. */
        private final Var[] counted;

        Counts(OpGroup group) {
            List<ExprAggregator> aggregators = group.getAggregators();
            by = group.getGroupVars().getVars().toArray(Var[]::new);
            results = aggregators.stream().map(ExprAggregator::getVar).toArray(Var[]::new);
            counted = aggregators.stream()
                    .map(ExprAggregator::getAggregator)
                    .map(a -> a instanceof AggCount ? null : counted(a).asVar())
                    .toArray(Var[]::new);
        }

        Iterator<Binding> of(QueryIterator rows) {
            Map<Object, Group> groups = new LinkedHashMap<>();
            while (rows.hasNext()) {
                Binding row = rows.nextBinding();
                long[] counts = groups.computeIfAbsent(key(row), key -> new Group(row, new long[counted.length]))
                        .counts();
                for (int i = 0; i < counts.length; i++) {
                    if (counted[i] == null || id(row, counted[i]) != UNBOUND) {
                        counts[i]++;
                    }
                }
            }
            if (groups.isEmpty() && by.length == 0) {
                return List.of(result(Binding.builder().build(), new long[counted.length]))
                        .iterator();
            }
            // A term may have come by its id in one row and as itself in another, which made two groups of one.
            Map<Binding, long[]> merged = new LinkedHashMap<>();
            for (Group group : groups.values()) {
                long[] sums = merged.computeIfAbsent(terms(group.row()), k -> new long[counted.length]);
                Arrays.setAll(sums, i -> sums[i] + group.counts()[i]);
            }
            List<Binding> all = new ArrayList<>();
            merged.forEach((terms, counts) -> all.add(result(terms, counts)));
            return all.iterator();
        }

        private Object key(Binding row) {
            if (by.length == 1) {
                return id(row, by[0]);
            }
            Object[] ids = new Object[by.length];
            Arrays.setAll(ids, i -> id(row, by[i]));
            return Arrays.asList(ids);
        }

        private Binding terms(Binding row) {
            BindingBuilder terms = Binding.builder();
            for (Var var : by) {
                Node term = row.get(var);
                if (term != null) {
                    terms.add(var, term);
                }
            }
            return terms.build();
        }

        private Binding result(Binding terms, long[] counts) {
            BindingBuilder row = Binding.builder(terms);
            for (int i = 0; i < counts.length; i++) {
                row.add(results[i], NodeValue.makeInteger(counts[i]).asNode());
            }
            return row.build();
        }
    }

    /** A row of a group, for its terms, and the group's counts so far. */
    private record Group(Binding row, long[] counts) {}

    /** What tells a term from others of the same store: its id where the row has it, else the term. */
    private static Object id(Binding row, Var var) {
        if (row instanceof BindingTDB stored) {
            NodeId id = stored.getNodeId(var);
            if (id != null && !NodeId.isDoesNotExist(id)) {
                return id;
            }
        }
        Node term = row.get(var);
        return term == null ? UNBOUND : term;
    }
}
