import {drawPaper,checkPaper,openFonts} from './src/papers/index.ts';
import fs from 'node:fs';
openFonts();
for (const k of ['agreement','referral-letter']){
 const {facts,issue}=JSON.parse(fs.readFileSync(`templates/zh-CN/papers/${k}.example.json`,'utf8'));
 checkPaper(k,facts,issue);
 let t=performance.now(); checkPaper(k,facts,issue); console.log('check',performance.now()-t);
 for(let i=0;i<3;i++){t=performance.now(); const r=await drawPaper(k,facts,issue); console.log(k,r.pages,r.pdf.length,r.sha256.slice(0,8),r.template,performance.now()-t); fs.writeFileSync(`/tmp/${k}.pdf`,r.pdf);}
}
