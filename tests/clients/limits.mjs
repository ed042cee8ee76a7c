// Restrictions for b24jssdk that never hold a call back, for tests that are not about its limiter.

/** Its limits are merged group by group, so each group is complete. */
export const NO_LIMITS = {
  rateLimit: { burstLimit: 1e9, drainRate: 1e9, adaptiveEnabled: false },
  operatingLimit: { windowMs: 600_000, limitMs: 1e12, heavyPercent: 100 },
  adaptiveConfig: { enabled: false, thresholdPercent: 100, coefficient: 0, maxDelay: 0 },
  maxRetries: 1,
  retryDelay: 0,
};
