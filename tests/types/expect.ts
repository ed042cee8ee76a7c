// Compares types exactly: `any` and a type that is merely wide enough do not pass.

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** `gives<boolean>()(call)` compiles when the call's result has exactly this type. */
export declare function gives<Expected>(): <Actual>(
  call: Promise<Actual>,
  ...mismatch: Same<Actual, Expected> extends true ? [] : [expected: Expected, actual: Actual]
) => void;

/** `is<boolean>()(value)` compiles when the value has exactly this type. */
export declare function is<Expected>(): <Actual>(
  value: Actual,
  ...mismatch: Same<Actual, Expected> extends true ? [] : [expected: Expected, actual: Actual]
) => void;
