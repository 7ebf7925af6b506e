package org.newsreel.extraction;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

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

    @ArchTest
    static final ArchRule startsThePipelineFromNowhereInside = classes()
            .that()
            .resideInAPackage("..extraction.pipeline..")
            .should()
            .onlyHaveDependentClassesThat()
            .resideInAPackage("..extraction.pipeline..");
}
