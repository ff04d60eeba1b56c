// DatelineIdentity
