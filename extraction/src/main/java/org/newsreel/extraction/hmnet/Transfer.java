package org.newsreel.extraction.hmnet;

import ai.djl.nn.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Copies what two networks share (appendix B.3). */
final class Transfer {
    private Transfer() {}

    /**
     * Copies the values of parameters of the same names.
     *
     * @param apart what names of parameters begin with that are never copied
     * @return the parameters that were left as they are
     * @throws IllegalArgumentException when a parameter of the same name has another shape; nothing has been copied then
     */
    static List<String> copy(Map<String, Parameter> from, Map<String, Parameter> to, String apart) {
        List<String> left = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        to.forEach((name, parameter) -> {
            Parameter other = from.get(name);
            if (other == null || name.startsWith(apart)) {
                left.add(name);
                return;
            }
            taken.add(name);
            if (!other.getArray().getShape().equals(parameter.getArray().getShape())) {
                throw new IllegalArgumentException("the parameter " + name + " has the shape "
                        + other.getArray().getShape() + " there and "
                        + parameter.getArray().getShape() + " here");
            }
        });
        for (String name : taken) {
            to.get(name).getArray().set(from.get(name).getArray().toFloatArray());
        }
        return left;
    }
}
