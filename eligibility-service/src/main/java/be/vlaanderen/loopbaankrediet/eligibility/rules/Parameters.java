package be.vlaanderen.loopbaankrediet.eligibility.rules;

import static be.vlaanderen.loopbaankrediet.eligibility.rules.ParameterKey.*;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one place where the figures of every scheme stand; rule sets read them from here. A new figure is a new line with its first day, and a
 * last day for the line before it. Where the texts name a year and no day (the price and the tariff of 2025), it is 1 January of that year.
 */
public final class Parameters {

    static final LocalDate CHEQUE_2013 = LocalDate.of(2013, 7, 1);
    static final LocalDate CHEQUE_2020 = LocalDate.of(2020, 1, 1);
    static final LocalDate TARIFF_2025 = LocalDate.of(2025, 1, 1);
    static final LocalDate QUOTA_2025 = LocalDate.of(2025, 3, 1);
    static final LocalDate TRANSITION_2025 = LocalDate.of(2025, 10, 1);
    static final LocalDate CREDIT_2027 = LocalDate.of(2027, 1, 1);
    private static final LocalDate NEXT_REVIEW = LocalDate.of(2028, 1, 1);

    private static final List<Parameter> ALL = List.of(
            // loopbaancheque 2013
            dated(EXPERIENCE_MONTHS, 12, "BVR", CHEQUE_2013, CHEQUE_2020),
            dated(EXPERIENCE_WINDOW_MONTHS, 24, "BVR", CHEQUE_2013, CHEQUE_2020),
            dated(EXPERIENCE_MONTHS_WITH_TEMP_WORK, 9, "BVR", CHEQUE_2013, CHEQUE_2020),
            dated(TEMP_WORK_UNBROKEN_WEEKS, 4, "BVR", CHEQUE_2013, CHEQUE_2020),
            dated(HOURS_AFTER_NO_CHEQUE, 4, "BVR, MR", CHEQUE_2013, CHEQUE_2020),
            dated(HOURS_AFTER_ONE_CHEQUE, 4, "BVR, MR", CHEQUE_2013, CHEQUE_2020),
            dated(CHEQUE_WINDOW_YEARS, 6, "BVR, MR", CHEQUE_2013, TRANSITION_2025),
            dated(CO_PAYMENT_PER_CHEQUE, 40_00, "BVR, MR", CHEQUE_2013, TARIFF_2025),
            dated(PROVIDER_PER_FOUR_HOURS_EXCLUDING_VAT, 550_00, "BVR, MR", CHEQUE_2013, CHEQUE_2020),
            // loopbaancheque 2020
            dated(EXPERIENCE_DAYS, 2_555, "MR, CN, D-2", CHEQUE_2020, TRANSITION_2025),
            dated(HOURS_AFTER_NO_CHEQUE, 4, "MR, CN", CHEQUE_2020, TRANSITION_2025),
            dated(HOURS_AFTER_ONE_CHEQUE, 3, "MR, CN", CHEQUE_2020, TRANSITION_2025),
            dated(PROVIDER_PER_HOUR_INCLUDING_VAT, 169_70, "MR", CHEQUE_2020, TARIFF_2025),
            dated(CO_PAYMENT_PER_CHEQUE, 45_00, "MR, CN", TARIFF_2025, TRANSITION_2025),
            dated(PROVIDER_PER_HOUR_INCLUDING_VAT, 181_58, "CN, OP", TARIFF_2025, TRANSITION_2025),
            // the quota of 2025
            dated(CHEQUES_PER_MONTH, 1_000, "OP", QUOTA_2025, TRANSITION_2025),
            // the transition
            dated(EXPERIENCE_DAYS, 2_555, "CN 2.5, D-1, D-2", TRANSITION_2025, CREDIT_2027),
            dated(HOURS_AFTER_NO_CHEQUE, 4, "CN 2.5, D-1", TRANSITION_2025, CREDIT_2027),
            dated(CHEQUE_VALID_MONTHS, 6, "CN 2.5, D-1", TRANSITION_2025, CREDIT_2027),
            dated(CO_PAYMENT_PER_CHEQUE, 90_00, "CN 2.5, D-1", TRANSITION_2025, CREDIT_2027),
            dated(PROVIDER_PER_HOUR_INCLUDING_VAT, 108_90, "CN 2.5, D-1", TRANSITION_2025, CREDIT_2027),
            dated(VAT, 21, "BVR", CHEQUE_2013, CREDIT_2027),
            // loopbaankrediet 2027
            dated(EXPERIENCE_DAYS, 2_555, "CN 2.1, D-2", CREDIT_2027, null),
            dated(HOURS_AFTER_NO_CHEQUE, 6, "CN 2.1, CN 2.5.1", CREDIT_2027, null),
            dated(HOURS_AFTER_ONE_CHEQUE, 2, "CN 2.5.1", CREDIT_2027, null),
            dated(HOURS_AFTER_TWO_CHEQUES, 0, "CN 2.5.1", CREDIT_2027, null),
            dated(BLOCK_HOURS, 2, "CN 2.1", CREDIT_2027, null),
            dated(CO_PAYMENT_PER_HOUR, 25_00, "CN 2.1", CREDIT_2027, null),
            dated(CO_PAYMENT_PER_HOUR_LOW_SKILLED, 15_00, "CN 2.1", CREDIT_2027, null),
            dated(PROVIDER_PER_HOUR_EXCLUDING_VAT, 90_00, "CN 2.1", CREDIT_2027, null),
            dated(VAT, 21, "CN 2.1", CREDIT_2027, null),
            dated(BUDGET_PER_YEAR, 10_000_000_00L, "CN 2.1", CREDIT_2027, null),
            dated(RE_ENTRY_WORKED_MONTHS, 48, "VR", CREDIT_2027, null),
            dated(RE_ENTRY_OUT_OF_WORK_MONTHS, 36, "VR", CREDIT_2027, null));

    private Parameters() {}

    /** Every figure that ever was, in the order of the schemes. */
    public static List<Parameter> all() {
        return ALL;
    }

    public static List<Parameter> inForce(LocalDate day) {
        return ALL.stream().filter(parameter -> parameter.inForce(day)).toList();
    }

    public static Figures on(LocalDate day) {
        return Figures.of(inForce(day));
    }

    /** @param until first day on which it is no longer so */
    private static Parameter dated(
            ParameterKey key, long value, String source, LocalDate firstDay, @Nullable LocalDate until) {
        return new Parameter(
                key,
                value,
                key.unit(),
                source,
                firstDay,
                until == null ? null : until.minusDays(1),
                until == null ? NEXT_REVIEW : null);
    }
}
