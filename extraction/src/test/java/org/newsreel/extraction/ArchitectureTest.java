package org.newsreel.extraction;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import ai.djl.ndarray.NDArray;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.newsreel.extraction", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule seesNoStoreAndNoService = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.jena..",
                    "org.eclipse.rdf4j..",
                    "io.quarkus..",
                    "org.newsreel.kg..",
                    "org.newsreel.training..",
                    "org.newsreel.api..");

    @ArchTest
    static final ArchRule hasNoCycles =
            slices().matching("org.newsreel.extraction.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule keepsPyTorchInTheNetworksAndTheirEncoder = noClasses()
            .that()
            .resideInAnyPackage("..extraction.source..", "..extraction.media..", "..extraction.region..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.djl..");

    /** {@code Functions.scale} says why. */
    @ArchTest
    static final ArchRule scalesNothingByNumbersThatAreFreedBeforeTheGradient = noClasses()
            .that()
            .resideInAnyPackage("..m3d..", "..mdocre..", "..hmnet..", "..dgfpt..", "..hvformer..")
            .should()
            .callMethod(NDArray.class, "mul", Number.class)
            .orShould()
            .callMethod(NDArray.class, "div", Number.class)
            .orShould()
            .callMethod(NDArray.class, "pow", Number.class);

    @ArchTest
    static final ArchRule startsThePipelineFromNowhereInside = classes()
            .that()
            .resideInAPackage("..extraction.pipeline..")
            .should()
            .onlyHaveDependentClassesThat()
            .resideInAPackage("..extraction.pipeline..");
}
