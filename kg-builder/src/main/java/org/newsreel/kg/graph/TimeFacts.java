package org.newsreel.kg.graph;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.newsreel.kg.time.TimeSpan;
import org.newsreel.ontology.vocab.Nr;

/** What is stated of a time that was understood: its first and last day, and its value when it is a unit of the calendar. */
final class TimeFacts {
    static final String ROLE = "times";
    static final String MODEL = "calendar rules with Natty";

    private TimeFacts() {}

    static List<Triple> of(Node time, TimeSpan span) {
        List<Triple> facts = new ArrayList<>();
        switch (span.unit()) {
            case DAY -> facts.add(fact(time, Nr.VALUE, span.iso(), XSDDatatype.XSDdate));
            case MONTH -> facts.add(fact(time, Nr.VALUE, span.iso(), XSDDatatype.XSDgYearMonth));
            case YEAR -> facts.add(fact(time, Nr.VALUE, span.iso(), XSDDatatype.XSDgYear));
            case PERIOD -> {
                // No literal of XML Schema holds a period.
            }
        }
        facts.add(fact(time, Nr.EARLIEST, span.first().toString(), XSDDatatype.XSDdate));
        facts.add(fact(time, Nr.LATEST, span.last().toString(), XSDDatatype.XSDdate));
        return facts;
    }

    private static Triple fact(Node time, String property, String lexical, XSDDatatype type) {
        return Triple.create(time, GraphSheet.iri(property), NodeFactory.createLiteralDT(lexical, type));
    }
}
