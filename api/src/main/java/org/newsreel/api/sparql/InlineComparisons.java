package org.newsreel.api.sparql;

import java.util.function.IntPredicate;
import org.apache.jena.atlas.lib.Bytes;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.E_GreaterThan;
import org.apache.jena.sparql.expr.E_GreaterThanOrEqual;
import org.apache.jena.sparql.expr.E_LessThan;
import org.apache.jena.sparql.expr.E_LessThanOrEqual;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.tdb2.solver.BindingTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.store.NodeIdType;
import org.apache.jena.tdb2.store.value.DoubleNode62;

/**
 * Compares the doubles that TDB2 keeps inside its node ids as the numbers that they are. Jena would make a text of each,
 * a literal of the text, and a number of the literal, which is half of what a filter by confidence or time costs. Whatever
 * is not a double against a number goes Jena's way.
 */
final class InlineComparisons {
    private static final int BYTES = 8;

    private InlineComparisons() {}

    /** From now on, for all queries and updates of this process. */
    static void everywhere() {
        RewriteFactory set = ARQ.getContext().get(ARQConstants.sysOptimizerFactory);
        RewriteFactory usual = set == null ? Optimize.stdOptimizationFactory : set;
        RewriteFactory inline = context ->
                op -> usual.create(context).rewrite(Transformer.transform(new TransformCopy(), new Exchange(), op));
        ARQ.getContext().set(ARQConstants.sysOptimizerFactory, inline);
    }

    private static final class Exchange extends ExprTransformCopy {
        @Override
        public Expr transform(ExprFunction2 function, Expr a, Expr b) {
            if (!fits(a, b) && !fits(b, a)) {
                return super.transform(function, a, b);
            }
            if (function instanceof E_GreaterThan) {
                return new Greater(a, b);
            }
            if (function instanceof E_GreaterThanOrEqual) {
                return new GreaterOrEqual(a, b);
            }
            if (function instanceof E_LessThan) {
                return new Less(a, b);
            }
            return function instanceof E_LessThanOrEqual ? new LessOrEqual(a, b) : super.transform(function, a, b);
        }
    }

    private static boolean fits(Expr variable, Expr constant) {
        return variable.isVariable()
                && constant.isConstant()
                && constant.getConstant().isNumber();
    }

    /** Null, which is Jena's word for "evaluate as usual", unless a double meets a number. */
    private static NodeValue compared(Expr a, Expr b, Binding row, IntPredicate holds) {
        if (!(row instanceof BindingTDB stored)) {
            return null;
        }
        Double left = number(a, stored);
        Double right = left == null ? null : number(b, stored);
        // What is neither less nor greater nor equal, and the two zeros, are left to Jena.
        if (right == null || left.isNaN() || right.isNaN() || left == 0 && right == 0) {
            return null;
        }
        return NodeValue.booleanReturn(holds.test(Double.compare(left, right)));
    }

    private static Double number(Expr operand, BindingTDB row) {
        if (operand.isConstant()) {
            NodeValue constant = operand.getConstant();
            return constant.isNumber() ? constant.getDouble() : null;
        }
        NodeId id = operand.isVariable() ? row.getNodeId(operand.asVar()) : null;
        if (id == null || id.type() != NodeIdType.XSD_DOUBLE) {
            return null;
        }
        byte[] bytes = new byte[BYTES];
        NodeIdFactory.set(id, bytes);
        return DoubleNode62.unpack(DoubleNode62.removeType(Bytes.getLong(bytes)));
    }

    private static final class Greater extends E_GreaterThan {
        Greater(Expr a, Expr b) {
            super(a, b);
        }

        @Override
        protected NodeValue evalSpecial(Binding row, FunctionEnv env) {
            return compared(expr1, expr2, row, sign -> sign > 0);
        }

        @Override
        public Expr copy(Expr a, Expr b) {
            return new Greater(a, b);
        }
    }

    private static final class GreaterOrEqual extends E_GreaterThanOrEqual {
        GreaterOrEqual(Expr a, Expr b) {
            super(a, b);
        }

        @Override
        protected NodeValue evalSpecial(Binding row, FunctionEnv env) {
            return compared(expr1, expr2, row, sign -> sign >= 0);
        }

        @Override
        public Expr copy(Expr a, Expr b) {
            return new GreaterOrEqual(a, b);
        }
    }

    private static final class Less extends E_LessThan {
        Less(Expr a, Expr b) {
            super(a, b);
        }

        @Override
        protected NodeValue evalSpecial(Binding row, FunctionEnv env) {
            return compared(expr1, expr2, row, sign -> sign < 0);
        }

        @Override
        public Expr copy(Expr a, Expr b) {
            return new Less(a, b);
        }
    }

    private static final class LessOrEqual extends E_LessThanOrEqual {
        LessOrEqual(Expr a, Expr b) {
            super(a, b);
        }

        @Override
        protected NodeValue evalSpecial(Binding row, FunctionEnv env) {
            return compared(expr1, expr2, row, sign -> sign <= 0);
        }

        @Override
        public Expr copy(Expr a, Expr b) {
            return new LessOrEqual(a, b);
        }
    }
}
