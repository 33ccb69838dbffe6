package be.vlaanderen.loopbaankrediet.platform.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The rules of docs/architecture.md that a compiler does not know. A rule that matches no class fails, so none checks nothing. */
public final class ArchitectureRules {

    private static final String ROOT = "be.vlaanderen.loopbaankrediet.";

    /** A resource with the bodies and answers inside it. */
    private static final String RESOURCE = ".*Resource(\\$.*)?";

    private ArchitectureRules() {}

    /**
     * @param service package of the service: {@code wallet}
     * @param domain the packages below it that hold pure decisions: {@code wallet}, {@code counsellor}
     */
    public static void check(String service, String... domain) {
        JavaClasses code = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT + service);
        String[] pure = Arrays.stream(domain)
                .map(each -> ROOT + service + "." + each + "..")
                .toArray(String[]::new);
        rules(service, pure).forEach(rule -> rule.check(code));
    }

    private static List<ArchRule> rules(String service, String[] pure) {
        ArchRule decisionsArePure = noClasses()
                .that()
                .resideInAnyPackage(pure)
                .and()
                .haveNameNotMatching(RESOURCE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta..",
                        "io.quarkus..",
                        "org.axonframework..",
                        "org.apache.kafka..",
                        "java.sql..",
                        "java.net..",
                        "java.io..",
                        ROOT + "platform.web..",
                        ROOT + "platform.messaging..")
                .because("a decision is a function of state and command");
        ArchRule decisionsHaveNoClock = noClasses()
                .that()
                .resideInAnyPackage(pure)
                .and()
                .haveNameNotMatching(RESOURCE)
                .should()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .because("commands carry their time and their ids");
        ArchRule timeIsInjected = noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .because("the clock is injected, so that it can be moved");
        ArchRule servicesShareNoCode = noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Stream.of(
                                "eligibility",
                                "wallet",
                                "providerregistry",
                                "sessionclaims",
                                "payout",
                                "outsideworld",
                                "launcher")
                        .filter(other -> !other.equals(service))
                        .map(other -> ROOT + other + "..")
                        .toArray(String[]::new))
                .because("services share contracts, not classes");
        ArchRule resourcesKnowNoTables = classes()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages("java.sql..", "org.apache.kafka..", "org.axonframework..")
                .because("a resource translates, sends and answers");
        ArchRule noFloatingMoney = noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Double.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Float.class)
                .because("money is whole cents and time whole minutes");
        return List.of(
                decisionsArePure,
                decisionsHaveNoClock,
                timeIsInjected,
                servicesShareNoCode.allowEmptyShould(true),
                resourcesKnowNoTables,
                noFloatingMoney);
    }
}
