import { Migration } from '@mikro-orm/migrations';

/** The code on a letter, by which a body without an account answers. */
export class ReplyCodes extends Migration {
  override name = '0014-reply-codes';

  override up(): void {
    this.addSql(`alter table "referral" add column "reply_code_hash" varchar(255) null`);
    this.addSql(
      `alter table "referral" add constraint "referral_reply_code_hash_unique" unique ("reply_code_hash")`,
    );
  }
}
